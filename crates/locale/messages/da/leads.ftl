### Leads, and what becomes of them.

lead = Emne
lead-many = Emner
new-lead = Nyt emne
create-lead = Opret emne
empty-lead = Ingen emner endnu
empty-lead-text = Et emne er en, der måske bliver kunde. Find ud af, hvad de ønsker, og gør dem så til en person, en virksomhed og en handel. Opret det første, eller importér en liste.

## Fields of a lead

lead-name = Navn
lead-company-name = Virksomhed
lead-job-title = Stilling
lead-phones = Telefon
lead-emails = E-mail
lead-addresses = Adresse
lead-language = Sprog
lead-text = Hvad de ønsker
lead-status = Status
lead-owner = Ansvarlig
lead-source = Kilde
lead-campaign = Kampagne
lead-medium = Medie
lead-referrer = Kom fra siden
lead-told-by = Anbefalet af
lead-status-since = I denne status siden
lead-last-talk-at = Seneste samtale
lead-last-talk-by = Seneste samtale med
lead-converted-at = Konverteret
lead-person = Blev til personen
lead-company = Blev til virksomheden
lead-deal = Blev til handlen
lead-status-new = Ny
lead-status-working = I gang
lead-status-qualified = Kvalificeret
lead-status-not-interested = Ikke interesseret
lead-status-converted = Konverteret

## Views of leads

view-leads = Åbne emner
view-new-leads = Nye emner

## Rules of leads

lead-needs-a-name = Skriv et navn, en e-mailadresse eller et telefonnummer
lead-convert-from-card = Konvertér emnet fra dets kort, så det bliver til en person
lead-stays-converted = Dette emne er konverteret. Fortryd konverteringen for at arbejde videre med det.

## Converting

convert = Konvertér
convert-title = Konvertér { $name }
convert-lead = Emnet bliver til en person, med en virksomhed og en handel, hvis du vil. Opkald, noter, opgaver og alt andet, der er sket, følger med. Én fortrydelse tager det hele tilbage.
convert-person = Person
convert-new-person = En ny person: { $name }
convert-company = Virksomhed
convert-new-company = En ny virksomhed
convert-no-company = Ingen virksomhed
convert-company-name = Den nye virksomheds navn
convert-deal = Opret en handel
convert-needs-a-person = Vælg, hvem emnet bliver til
change-converted = Konverterede emnet { $subject }
toast-converted = { $name } er konverteret. Fortryd gør det til et emne igen.
lead-was-converted = Konverteret
lead-already-converted = { $name } er allerede konverteret
