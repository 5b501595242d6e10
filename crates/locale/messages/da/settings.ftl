### Indstillinger: hvad folk vælger for sig selv og administratorer for arbejdsområdet.

settings-you = Dig
settings-profile = Profil
settings-password = Login
settings-sessions = Enheder
settings-workspace = Arbejdsområde
settings-members = Personer og roller
settings-relations = Relationer
settings-table = Tabel: { $name }
settings-jobs = Baggrundsarbejde

## Roller

role-owner = Ejer
role-owner-note = Må alt, også udpege andre ejere
role-admin = Administrator
role-admin-note = Inviterer desuden folk og ændrer indstillinger
role-member = Medlem
role-member-note = Læser og ændrer alle kort
role-read-only = Læser
role-read-only-note = Læser alle kort og ændrer ingen

## Profil

profile-lead = Sådan ser kollegerne dig, og sådan ser du Kartotek.
profile-theme = Tema
profile-density = Rækker
theme-system = Som enheden
theme-light = Lyst
theme-dark = Mørkt
density-comfortable = Luftige
density-compact = Tætte
profile-saved = Profilen er gemt

## E-mail og adgangskode

email-lead = Du logger ind med denne adresse.
email-change = Skift e-mail
email-changed = E-mailen er skiftet
password-lead = En ny adgangskode logger dig ud alle andre steder.
password-old = Nuværende adgangskode
password-new = Ny adgangskode
password-once-more = Din adgangskode, så ingen anden kan skifte adressen.
password-change = Skift adgangskode
password-changed = Adgangskoden er skiftet. Du er logget ud alle andre steder.

## Logget ind på

sessions-lead = De browsere, hvor du er logget ind. Log ud af dem, du ikke længere bruger.
sessions-end-others = Log ud alle andre steder
session-ended = Logget ud der
sessions-others-ended = Logget ud alle andre steder
session-device = Enhed
session-address = Adresse
session-seen = Sidst brugt
session-since = Logget ind
session-unknown-device = Ukendt enhed
session-this = Denne
session-end-on = Log ud på { $device }

## Arbejdsområde

workspace-lead = Hvad der gælder for alle, medmindre de vælger andet for sig selv.
workspace-language-help = For nye kolleger; alle vælger deres eget i profilen.
workspace-saved = Arbejdsområdet er gemt
workspace-cards = Kort
workspace-export = Tag alt med
workspace-export-help = Alle kort med historik og filer i ét arkiv, som et andet Kartotek kan læse.
workspace-export-do = Eksportér
workspace-sample = Eksempeldata
workspace-sample-help = De opdigtede personer og firmaer forsvinder; dine egne kort bliver.
workspace-sample-remove = Fjern eksempeldata

## Personer og roller

members-lead = Alle, der må logge ind her, og hvad de må.
member-role = Rolle
member-since = Siden
member-make = Skift rolle til { $role }
member-remove = Fjern fra arbejdsområdet
member-more = Ændr { $name }
member-role-changed = { $name } er nu { $role }
member-remove-title = Fjern { $name } fra arbejdsområdet
member-remove-lead = Personen logges straks ud og kan ikke længere logge ind her. Kortene bliver, og navnet bliver stående i historikken. Inviter igen for at få personen tilbage.
member-removed = { $name } er fjernet fra arbejdsområdet
invite = Invitér
invite-title = Inviter en kollega
invite-lead = Invitationen er et link, der virker én gang, i syv dage. Den sendes med mail, eller du giver den selv videre.
invitation-link = Link til invitationen
invitation-link-help = Det vises kun denne ene gang.
copied = Kopieret
invitations-open = Ikke besvaret endnu
invitation-by = Inviteret af
invitation-until = Gælder til
invitation-expired = Udløbet
invitation-withdraw = Træk tilbage
invitation-withdraw-of = Træk invitationen til { $email } tilbage
invitation-withdrawn = Invitationen er trukket tilbage

## Relationer

relations-lead = Hvordan kort hører sammen. Hver relation skrives én gang og læses fra begge sider.
relation-new = Jeres egen relation
relation-new-lead = For eksempel: en person er “Coach for” en anden, som “Coaches af” den første.
relation-from = Første kort
relation-forth = På det første kort
relation-to = Andet kort
relation-back = På det andet kort
relation-forth-help = For eksempel: Coach for
relation-back-help = For eksempel: Coaches af. De samme ord, hvis feltet er tomt.
relation-add = Tilføj relation
relation-added = Relationen er tilføjet
relation-between = Mellem
relation-made-by = Lavet af
relation-own = Jeres arbejdsområde
relation-built-in = Kartotek
relation-same = det samme

## Baggrundsarbejde

jobs-lead = Import og andet langt arbejde. Det fortsætter, når du lukker siden, og efter en genstart.
jobs-none = Intet arbejde her.
job-cancelling = Annulleres
job-retried = Det kører igen
job-retry = Kør igen
job-attempts =
    { $count ->
        [one] { $count } forsøg
       *[other] { $count } forsøg
    }
job-progress = { NUMBER($done) } af { NUMBER($total) }
job-records-import = Import
job-records-import-dry-run = Prøvekørsel af en import
job-records-undo = Fortryd
job-sample-fill = Eksempeldata fyldes i
job-sample-remove = Eksempeldata fjernes
