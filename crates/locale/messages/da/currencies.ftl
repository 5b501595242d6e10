### Hvad andre valutaer er værd i arbejdsområdets egen.

settings-currencies = Valutaer
rates-lead = Mål, prognose og vundne og tabte handler vises i { $own }. Afsluttede handler regnes med kursen den dag, de blev afsluttet, åbne med dagens.
rates-empty = Ingen kurser endnu. Indtil der er nogen, kan beløb i flere valutaer ikke lægges sammen.
rate-today = Værd i dag
rate-is = 1 { $currency } = { $rate } { $own }
rate-add = Tilføj kurs
rate-currency = Valuta
rate-currency-help = Tre bogstaver, for eksempel EUR eller USD.
rate-rate = Kurs
rate-help = Hvad én enhed er værd i { $own }.
rate-from = Gælder fra
rate-from-help = I dag, hvis feltet er tomt. Den gælder, indtil den næste kurs begynder.
rate-kept = Kursen er gemt
rate-removed = Kursen er fjernet; den forrige gælder
rate-gone = Fjernet
rate-replaced = Gælder ikke længere
rate-set = Sat af
rate-remove-of = Fjern kursen for { $currency } fra { $date }
rate-of-own = Det er arbejdsområdets egen valuta. Skriv en anden.
rate-no-number = Skriv en kurs over 0 med højst 8 decimaler
rates-paste = Indsæt en tabel
rates-paste-lead = En linje for hver kurs: valutaen, kursen og den dag, den gælder fra. Direkte fra et regneark eller en CSV-fil.
rates-pasted = Kurser
rates-pasted-help = For eksempel: EUR;7,46;2026-01-01
rates-take = Overtag kurserne
rates-kept = { $count ->
    [one] Én kurs er gemt
   *[other] { $count } kurser er gemt
}
rates-history = Alt, hvad der er sat
rates-more = { $count ->
    [one] Én tidligere linje er også bevaret.
   *[other] { $count } tidligere linjer er også bevaret.
}
rates-bad-line = Linje { $line } kan ikke læses. Intet er gemt.
rates-bad-currency = Linje { $line } begynder ikke med en valuta på tre bogstaver. Intet er gemt.
rates-bad-rate = Linje { $line } har ingen kurs i anden kolonne. Intet er gemt.
rates-bad-day = Tredje kolonne i linje { $line } er ikke en dato. Intet er gemt.
rates-none = Indsæt mindst én linje med en valuta og en kurs
rates-too-many = Højst { $most } linjer ad gangen. Intet er gemt.
rates-with-own = { $currency } er arbejdsområdets egen valuta og har ikke brug for en kurs. Intet er gemt.
rates-out-of-range = Kursen for { $currency } skal være over 0 med højst 8 decimaler. Intet er gemt.
rate-used = { $rate } fra { $date }
rates-used = Vist i { $own }, regnet med { $rates }.
rates-lacking = Der mangler kurs for nogle af dagene: { $currencies }. Summer med den er ikke omregnet.
rates-set = Sæt kurser
