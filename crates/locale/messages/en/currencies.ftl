### What other currencies are worth in the workspace's own.

settings-currencies = Currencies
rates-lead = Goals, the forecast, and wins and losses are told in { $own }. Closed deals count at the rate of the day they closed, open ones at today's.
rates-empty = No rates yet. Until there are some, amounts in several currencies cannot be added up.
rate-today = Worth today
rate-is = 1 { $currency } = { $rate } { $own }
rate-add = Add a rate
rate-currency = Currency
rate-currency-help = Three letters, such as EUR or USD.
rate-rate = Rate
rate-help = What one unit is worth in { $own }.
rate-from = Holds from
rate-from-help = Today if left empty. It holds until the next rate begins.
rate-kept = The rate was saved
rate-removed = The rate was removed; the one before it holds
rate-gone = Removed
rate-replaced = No longer holds
rate-set = Set by
rate-remove-of = Remove the rate of { $currency } from { $date }
rate-of-own = This is the workspace's own currency. Enter another one.
rate-no-number = Enter a rate above 0 with at most 8 decimals
rates-paste = Paste a table
rates-paste-lead = A line for each rate: the currency, the rate, and the day from which it holds. Straight from a spreadsheet or a CSV file.
rates-pasted = Rates
rates-pasted-help = For example: EUR;7.46;2026-01-01
rates-take = Take over the rates
rates-kept = { $count ->
    [one] One rate was saved
   *[other] { $count } rates were saved
}
rates-history = Everything that was set
rates-more = { $count ->
    [one] One earlier entry is kept too.
   *[other] { $count } earlier entries are kept too.
}
rates-bad-line = Line { $line } cannot be read. Nothing was saved.
rates-bad-currency = Line { $line } does not begin with a currency of three letters. Nothing was saved.
rates-bad-rate = Line { $line } has no rate in its second column. Nothing was saved.
rates-bad-day = The third column of line { $line } is no date. Nothing was saved.
rates-none = Paste at least one line with a currency and a rate
rates-too-many = At most { $most } lines at once. Nothing was saved.
rates-with-own = { $currency } is the workspace's own currency and needs no rate. Nothing was saved.
rates-out-of-range = The rate of { $currency } must be above 0, with at most 8 decimals. Nothing was saved.
rate-used = { $rate } from { $date }
rates-used = Told in { $own }, reckoned with { $rates }.
rates-lacking = No rate for all the days that are needed: { $currencies }. Sums with it are not converted.
rates-set = Set rates
