### Personer, firmaer og husstande.

person = Person
person-many = Personer
new-person = Ny person
create-person = Opret person
empty-person = Ingen personer endnu
empty-person-text = Alle, du har med at gøre, har et kort her: hvordan man når dem, hvad der blev sagt, og hvad du har lovet. Opret det første, eller importér de personer, du har andre steder.
company = Firma
company-many = Firmaer
new-company = Nyt firma
create-company = Opret firma
empty-company = Ingen firmaer endnu
empty-company-text = Kunder, leverandører og partnere har et kort her sammen med de personer, der arbejder der, så alle kan se, hvad der er aftalt. Opret det første, eller importér en liste.
household = Husstand
household-many = Husstande
new-household = Ny husstand
create-household = Opret husstand
empty-household = Ingen husstande endnu
empty-household-text = En husstand samler personer, der bor sammen, så de deler adresse og får ét brev i stedet for tre. Opret den første, og tilføj dens personer.
household-and = { $first } og { $last }

## Grupper af felter

group-about = Oplysninger
group-reach = Kontakt
group-work = Arbejde
group-account = Opfølgning

## En persons felter

person-name = Navn
person-company = Firma
person-job-title = Stilling
person-department = Afdeling
person-phones = Telefon
person-emails = E-mail
person-addresses = Adresse
person-links = Websteder
person-socials = Sociale netværk
person-preferred-channel = Foretrækker
person-language = Sprog
person-do-not-contact = Må ikke kontaktes
person-standing = Holdning
person-standing-reason = Hvorfor ikke interesseret
person-standing-until = Ikke interesseret indtil
person-nickname = Kaldenavn
person-birthday = Fødselsdag
person-anniversary = Mærkedag
person-gender = Køn
person-household = Husstand
person-tags = Mærker
person-about = Om
person-owner = Ansvarlig
person-source = Kilde
person-rating = Vurdering
person-last-talk-at = Sidste kontakt
person-last-talk-by = Sidste kontakt ved
person-refused-since = Afslået siden
person-photo = Foto
person-foreign = Oplysninger fra andre programmer
person-needs-a-name = Skriv et navn, et telefonnummer eller en e-mailadresse

## Et firmas felter

company-name = Navn
company-phones = Telefon
company-emails = E-mail
company-addresses = Adresse
company-links = Websteder
company-socials = Sociale netværk
company-preferred-channel = Foretrækker
company-language = Sprog
company-do-not-contact = Må ikke kontaktes
company-standing = Holdning
company-standing-reason = Hvorfor ikke interesseret
company-standing-until = Ikke interesseret indtil
company-industry = Branche
company-registration-number = CVR-nummer
company-employees = Ansatte
company-parent = Moderselskab
company-tags = Mærker
company-about = Om
company-owner = Ansvarlig
company-source = Kilde
company-rating = Vurdering
company-last-talk-at = Sidste kontakt
company-last-talk-by = Sidste kontakt ved
company-refused-since = Afslået siden
company-photo = Logo
company-foreign = Oplysninger fra andre programmer

## En husstands felter

household-name = Navn
household-greeting = Navne i breve
household-greeting-found = Foreslåede navne i breve
household-addresses = Adresse
household-phones = Telefon
household-emails = E-mail
household-do-not-contact = Må ikke kontaktes
household-tags = Mærker
household-about = Om
household-owner = Ansvarlig
household-last-talk-at = Sidste kontakt
household-last-talk-by = Sidste kontakt ved
household-refused-since = Afslået siden
household-foreign = Oplysninger fra andre programmer

## Valgmuligheder

gender-female = Kvinde
gender-male = Mand
gender-other = Andet
standing-not-interested = Ikke interesseret
source-referral = Anbefaling
source-website = Websted
source-phone = Telefon
source-event = Arrangement
source-advertisement = Annonce
source-import = Import
source-other = Andet
language-en = Engelsk
language-da = Dansk
language-sv = Svensk
language-no = Norsk
language-fi = Finsk
language-de = Tysk
language-fr = Fransk
language-es = Spansk
language-it = Italiensk
language-nl = Nederlandsk
language-pl = Polsk
language-tr = Tyrkisk
language-bg = Bulgarsk
language-ru = Russisk
language-uk = Ukrainsk
language-ar = Arabisk
language-zh = Kinesisk
language-ja = Japansk
language-ko = Koreansk

## Relationer: hvad det andet kort er

link-works-at-forth = Arbejder hos
link-works-at-back = Medarbejder
link-member-of-forth = Husstand
link-member-of-back = Medlem
link-spouse-forth = Ægtefælle eller partner
link-parent-forth = Barn
link-parent-back = Forælder
link-friend-forth = Ven
link-referred-by-forth = Anbefalet af
link-referred-by-back = Har anbefalet
link-parent-company-forth = Moderselskab
link-parent-company-back = Datterselskab
link-contact-of-forth = Kontaktperson for
link-contact-of-back = Kontaktperson

## Før nogen kontaktes

make-call = Ring op
mail = Skriv
do-not-contact = Må ikke kontaktes
until-date = indtil { $date }
contact-first = Før du kontakter { $name }
contact-clear = Der er intet, der taler imod.
back-to-card = Tilbage til kortet
call-anyway = Ring alligevel
mail-anyway = Skriv alligevel
guard-in-touch = har været i kontakt
guard-open = har noget åbent
guard-holds = har kortet åbent
guard-calls = ringer
guard-since = siden { $time }
assign-in-contact =
    { $count ->
       *[other] { $names } er i kontakt med denne kunde
    }
guard-somebody = Nogen
guard-ask = Spørg { $name }
guard-more =
    { $count ->
        [one] 1 mere
       *[other] { $count } mere
    }
guard-refused = ønsker ikke at blive kontaktet
guard-refused-person = Nogen i samme firma eller husstand ønsker ikke at blive kontaktet
guard-refused-company = Firmaet ønsker ikke at blive kontaktet
guard-refused-household = Husstanden ønsker ikke at blive kontaktet
refusal-from-earlier-card = Det blev sagt på et tidligere kort den { $date } og fulgte med, da dette blev oprettet.
guard-nearby-person = med nogen omkring dette kort
guard-nearby-company = med firmaet
guard-nearby-household = med husstanden

settings-guard = Kontaktvagt
guard-lead = Hvad man får at vide, før man ringer, skriver eller giver et kort til en anden.
guard-days = En kollegas kontakt er nyt i
guard-days-help = Så længe fortælles det, hvem der har været i kontakt med en kunde eller med nogen i samme virksomhed eller husstand.
guard-saved = Vagten er gemt
guard-days-choice =
    { $count ->
        [one] én dag
       *[other] { $count } dage
    }
change-despite = Gjort trods en advarsel: { $subject }
