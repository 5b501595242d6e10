### Personer, företag och hushåll.

person = Person
person-many = Personer
new-person = Ny person
create-person = Skapa person
empty-person = Inga personer än
empty-person-text = Alla du har att göra med har ett kort här: hur man når dem, vad som sades och vad du har lovat. Skapa det första, eller importera personerna du har på annat håll.
company = Företag
company-many = Företag
new-company = Nytt företag
create-company = Skapa företag
empty-company = Inga företag än
empty-company-text = Kunder, leverantörer och partner har ett kort här, tillsammans med personerna som arbetar där, så att alla ser vad som är avtalat. Skapa det första, eller importera en lista.
household = Hushåll
household-many = Hushåll
new-household = Nytt hushåll
create-household = Skapa hushåll
empty-household = Inga hushåll än
empty-household-text = Ett hushåll samlar personer som bor ihop, så att de delar adress och får ett brev i stället för tre. Skapa det första och lägg till dess personer.
household-and = { $first } och { $last }

## Grupper av fält

group-about = Fakta
group-reach = Kontakt
group-work = Arbete
group-account = Uppföljning

## En persons fält

person-name = Namn
person-company = Företag
person-job-title = Befattning
person-department = Avdelning
person-phones = Telefon
person-emails = E-post
person-addresses = Adress
person-links = Webbplatser
person-socials = Sociala nätverk
person-preferred-channel = Föredrar
person-language = Språk
person-do-not-contact = Får inte kontaktas
person-standing = Inställning
person-standing-reason = Varför inte intresserad
person-standing-until = Inte intresserad till och med
person-nickname = Smeknamn
person-birthday = Födelsedag
person-anniversary = Bemärkelsedag
person-gender = Kön
person-household = Hushåll
person-tags = Etiketter
person-about = Om
person-owner = Ansvarig
person-source = Källa
person-rating = Betyg
person-last-talk-at = Senaste kontakt
person-last-talk-by = Senaste kontakt via
person-refused-since = Nekat sedan
person-photo = Foto
person-foreign = Uppgifter från andra program
person-needs-a-name = Skriv ett namn, ett telefonnummer eller en e-postadress

## Ett företags fält

company-name = Namn
company-phones = Telefon
company-emails = E-post
company-addresses = Adress
company-links = Webbplatser
company-socials = Sociala nätverk
company-preferred-channel = Föredrar
company-language = Språk
company-do-not-contact = Får inte kontaktas
company-standing = Inställning
company-standing-reason = Varför inte intresserad
company-standing-until = Inte intresserad till och med
company-industry = Bransch
company-registration-number = Organisationsnummer
company-employees = Anställda
company-parent = Moderbolag
company-tags = Etiketter
company-about = Om
company-owner = Ansvarig
company-source = Källa
company-rating = Betyg
company-last-talk-at = Senaste kontakt
company-last-talk-by = Senaste kontakt via
company-refused-since = Nekat sedan
company-photo = Logotyp
company-foreign = Uppgifter från andra program

## Ett hushålls fält

household-name = Namn
household-greeting = Namn i brev
household-greeting-found = Föreslagna namn i brev
household-addresses = Adress
household-phones = Telefon
household-emails = E-post
household-do-not-contact = Får inte kontaktas
household-tags = Etiketter
household-about = Om
household-owner = Ansvarig
household-last-talk-at = Senaste kontakt
household-last-talk-by = Senaste kontakt via
household-refused-since = Nekat sedan
household-foreign = Uppgifter från andra program

## Alternativ

gender-female = Kvinna
gender-male = Man
gender-other = Annat
standing-not-interested = Inte intresserad
source-referral = Rekommendation
source-website = Webbplats
source-phone = Telefon
source-event = Evenemang
source-advertisement = Annons
source-import = Import
source-other = Annat
language-en = Engelska
language-da = Danska
language-sv = Svenska
language-no = Norska
language-fi = Finska
language-de = Tyska
language-fr = Franska
language-es = Spanska
language-it = Italienska
language-nl = Nederländska
language-pl = Polska
language-tr = Turkiska
language-bg = Bulgariska
language-ru = Ryska
language-uk = Ukrainska
language-ar = Arabiska
language-zh = Kinesiska
language-ja = Japanska
language-ko = Koreanska

## Relationer: vad det andra kortet är

link-works-at-forth = Arbetar på
link-works-at-back = Medarbetare
link-member-of-forth = Hushåll
link-member-of-back = Medlem
link-spouse-forth = Make, maka eller partner
link-parent-forth = Barn
link-parent-back = Förälder
link-friend-forth = Vän
link-referred-by-forth = Rekommenderad av
link-referred-by-back = Har rekommenderat
link-parent-company-forth = Moderbolag
link-parent-company-back = Dotterbolag
link-contact-of-forth = Kontaktperson för
link-contact-of-back = Kontaktperson

## Innan någon kontaktas

make-call = Ring
mail = Skriv
do-not-contact = Får inte kontaktas
until-date = till och med { $date }
contact-first = Innan du kontaktar { $name }
contact-clear = Inget talar emot det.
back-to-card = Tillbaka till kortet
call-anyway = Ring ändå
mail-anyway = Skriv ändå
guard-in-touch = har haft kontakt
guard-open = har något öppet
guard-holds = har kortet öppet
guard-calls = ringer
guard-since = sedan { $time }
assign-in-contact =
    { $count ->
       *[other] { $names } har kontakt med den här kunden
    }
guard-somebody = Någon
guard-ask = Fråga { $name }
guard-more =
    { $count ->
        [one] 1 till
       *[other] { $count } till
    }
guard-refused = vill inte bli kontaktad
guard-refused-person = Någon på samma företag eller i samma hushåll vill inte bli kontaktad
guard-refused-company = Företaget vill inte bli kontaktat
guard-refused-household = Hushållet vill inte bli kontaktat
refusal-from-earlier-card = Det sades på ett tidigare kort den { $date } och följde med när det här skapades.
guard-nearby-person = med någon kring det här kortet
guard-nearby-company = med företaget
guard-nearby-household = med hushållet

settings-guard = Kontaktvakt
guard-lead = Vad man får veta innan man ringer, skriver eller ger ett kort till någon annan.
guard-days = En kollegas kontakt är nytt i
guard-days-help = Så länge berättas vem som varit i kontakt med en kund eller med någon i samma företag eller hushåll.
guard-saved = Vakten är sparad
guard-days-choice =
    { $count ->
        [one] en dag
       *[other] { $count } dagar
    }
change-despite = Gjort trots en varning: { $subject }
