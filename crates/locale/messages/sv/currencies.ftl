### Vad andra valutor är värda i arbetsytans egen.

settings-currencies = Valutor
rates-lead = Mål, prognos samt vunna och förlorade affärer visas i { $own }. Avslutade affärer räknas med kursen den dag de avslutades, öppna med dagens.
rates-empty = Inga kurser än. Tills det finns några kan belopp i flera valutor inte läggas ihop.
rate-today = Värd i dag
rate-is = 1 { $currency } = { $rate } { $own }
rate-add = Lägg till kurs
rate-currency = Valuta
rate-currency-help = Tre bokstäver, till exempel EUR eller USD.
rate-rate = Kurs
rate-help = Vad en enhet är värd i { $own }.
rate-from = Gäller från
rate-from-help = I dag om fältet är tomt. Den gäller tills nästa kurs börjar.
rate-kept = Kursen sparades
rate-removed = Kursen togs bort; den förra gäller
rate-gone = Borttagen
rate-replaced = Gäller inte längre
rate-set = Satt av
rate-remove-of = Ta bort kursen för { $currency } från { $date }
rate-of-own = Det är arbetsytans egen valuta. Ange en annan.
rate-no-number = Ange en kurs över 0 med högst 8 decimaler
rates-paste = Klistra in en tabell
rates-paste-lead = En rad för varje kurs: valutan, kursen och dagen den gäller från. Direkt från ett kalkylblad eller en CSV-fil.
rates-pasted = Kurser
rates-pasted-help = Till exempel: EUR;11,2;2026-01-01
rates-take = Ta över kurserna
rates-kept = { $count ->
    [one] En kurs sparades
   *[other] { $count } kurser sparades
}
rates-history = Allt som har satts
rates-more = { $count ->
    [one] En tidigare rad finns också kvar.
   *[other] { $count } tidigare rader finns också kvar.
}
rates-bad-line = Rad { $line } går inte att läsa. Inget sparades.
rates-bad-currency = Rad { $line } börjar inte med en valuta på tre bokstäver. Inget sparades.
rates-bad-rate = Rad { $line } har ingen kurs i andra kolumnen. Inget sparades.
rates-bad-day = Tredje kolumnen på rad { $line } är inget datum. Inget sparades.
rates-none = Klistra in minst en rad med en valuta och en kurs
rates-too-many = Högst { $most } rader åt gången. Inget sparades.
rates-with-own = { $currency } är arbetsytans egen valuta och behöver ingen kurs. Inget sparades.
rates-out-of-range = Kursen för { $currency } måste vara över 0 med högst 8 decimaler. Inget sparades.
rate-used = { $rate } från { $date }
rates-used = Visat i { $own }, räknat med { $rates }.
rates-lacking = Kurs saknas för några av dagarna: { $currencies }. Summor med den är inte omräknade.
rates-set = Ange kurser
