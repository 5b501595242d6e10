### Inställningar: vad var och en väljer för sig själv och administratörer för arbetsytan.

settings-you = Du
settings-profile = Profil
settings-password = Inloggning
settings-sessions = Enheter
settings-workspace = Arbetsyta
settings-members = Personer och roller
settings-relations = Relationer
settings-table = Tabell: { $name }
settings-jobs = Bakgrundsarbete

## Roller

role-owner = Ägare
role-owner-note = Får göra allt, även utse andra ägare
role-admin = Administratör
role-admin-note = Bjuder dessutom in personer och ändrar inställningar
role-member = Medlem
role-member-note = Läser och ändrar alla kort
role-read-only = Läsare
role-read-only-note = Läser alla kort men ändrar inga

## Profil

profile-lead = Hur kollegorna ser dig och hur du ser Kartotek.
profile-theme = Tema
profile-density = Rader
theme-system = Som enheten
theme-light = Ljust
theme-dark = Mörkt
density-comfortable = Luftiga
density-compact = Täta
profile-saved = Profilen har sparats

## E-post och lösenord

email-lead = Du loggar in med den här adressen.
email-change = Byt e-post
email-changed = E-postadressen är bytt
password-lead = Ett nytt lösenord loggar ut dig överallt annars.
password-old = Nuvarande lösenord
password-new = Nytt lösenord
password-once-more = Ditt lösenord, så att ingen annan kan byta adressen.
password-change = Byt lösenord
password-changed = Lösenordet är bytt. Du är utloggad överallt annars.

## Inloggad på

sessions-lead = Webbläsarna där du är inloggad. Logga ut från dem du inte längre använder.
sessions-end-others = Logga ut överallt annars
session-ended = Utloggad där
sessions-others-ended = Utloggad överallt annars
session-device = Enhet
session-address = Adress
session-seen = Senast använd
session-since = Inloggad
session-unknown-device = Okänd enhet
session-this = Den här
session-end-on = Logga ut på { $device }

## Arbetsyta

workspace-lead = Det som gäller för alla som inte väljer annat för sig själva.
workspace-language-help = För nya kollegor; alla väljer sitt eget i profilen.
workspace-saved = Arbetsytan har sparats
workspace-cards = Kort
workspace-export = Ta med allt
workspace-export-help = Alla kort med historik och filer i ett arkiv som ett annat Kartotek kan läsa.
workspace-export-do = Exportera
workspace-sample = Exempeldata
workspace-sample-help = De påhittade personerna och företagen försvinner; dina egna kort blir kvar.
workspace-sample-remove = Ta bort exempeldata

## Personer och roller

members-lead = Alla som får logga in här, och vad de får göra.
member-role = Roll
member-since = Sedan
member-make = Byt roll till { $role }
member-remove = Ta bort från arbetsytan
member-more = Ändra { $name }
member-role-changed = { $name } är nu { $role }
member-remove-title = Ta bort { $name } från arbetsytan
member-remove-lead = Personen loggas ut genast och kan inte längre logga in här. Korten blir kvar, och namnet står kvar i historiken. Bjud in igen för att ta tillbaka personen.
member-removed = { $name } har tagits bort från arbetsytan
invite = Bjud in
invite-title = Bjud in en kollega
invite-lead = Inbjudan är en länk som fungerar en gång, i sju dagar. Den går via e-post, eller så ger du den vidare själv.
invitation-link = Länk till inbjudan
invitation-link-help = Den visas bara den här gången.
copied = Kopierad
invitations-open = Inte besvarade än
invitation-by = Inbjuden av
invitation-until = Gäller till
invitation-expired = Har gått ut
invitation-withdraw = Dra tillbaka
invitation-withdraw-of = Dra tillbaka inbjudan till { $email }
invitation-withdrawn = Inbjudan har dragits tillbaka

## Relationer

relations-lead = Hur kort hör ihop. Varje relation skrivs en gång och läses från båda sidor.
relation-new = En egen relation
relation-new-lead = Till exempel: en person är ”Coach för” en annan, som ”Coachas av” den första.
relation-from = Första kortet
relation-forth = På det första kortet
relation-to = Andra kortet
relation-back = På det andra kortet
relation-forth-help = Till exempel: Coach för
relation-back-help = Till exempel: Coachas av. Samma ord om fältet är tomt.
relation-add = Lägg till relation
relation-added = Relationen har lagts till
relation-between = Mellan
relation-made-by = Skapad av
relation-own = Er arbetsyta
relation-built-in = Kartotek
relation-same = samma

## Bakgrundsarbete

jobs-lead = Importer och annat långt arbete. Det fortsätter när du stänger sidan, och efter en omstart.
jobs-none = Inget arbete här.
job-cancelling = Avbryts
job-retried = Det körs igen
job-retry = Kör igen
job-attempts =
    { $count ->
        [one] { $count } försök
       *[other] { $count } försök
    }
job-progress = { NUMBER($done) } av { NUMBER($total) }
job-records-import = Import
job-records-import-dry-run = Provkörning av en import
job-records-undo = Ångra
job-sample-fill = Exempeldata fylls på
job-sample-remove = Exempeldata tas bort
