### Kommentarer, omtaler, kort man følger, og notifikationer.

comment = Kommentar
comment-many = Kommentarer
new-comment = Ny kommentar
create-comment = Opret kommentar
empty-comment = Ingen kommentarer endnu
empty-comment-text = En kommentar er snak mellem kolleger om et kort; kunden er ikke med. Skriv den på kortet, og nævn nogen med @. Her samles alle kommentarer.
comment-text = Tekst
comment-about = Kort
comment-at = Hvornår
comment-owner = Skrevet af
comment-edited-at = Rettet
comment-mentions = Nævner
comment-what = Sig noget til kolleger; @ nævner nogen
save-comment = Kommentér
toast-comment = Kommentaren er tilføjet
toast-comment-edited = Kommentaren er ændret
wrote-comment = kommenterede
comment-edited = rettet
rights-with-card = Alle, der ser kortet
rights-author = Den, der skrev den

## At nævne nogen

mention-who = Kolleger og team
mention-blind-short = kan ikke se dette kort
mention-blind =
    { $count ->
        [one] { $names } kan ikke se dette kort og får ikke besked
       *[other] { $names } kan ikke se dette kort og får ikke besked
    }

## At følge

follow = Følg
following-now = Følger
follow-note = Hør om, hvad der sker med dette kort
unfollow-note = Hør ikke mere om dette kort
followers = Følgere
followers-none = Ingen følger dette kort endnu
toast-following = Du følger dette kort
toast-not-following = Du følger ikke længere dette kort

## Notifikationer

nav-notifications = Notifikationer
nav-news = Klokke
notices-unread =
    { $count ->
        [one] { $count } ulæst
       *[other] { $count } ulæste
    }
notices-only-unread = Ulæste
notices-choose = Indstillinger
notices-read-all = Markér alle som læst
notices-none = Intet endnu
notices-none-text = Når nogen nævner dig, kommenterer et kort, du følger, eller gør dig ansvarlig, vises det her.
notices-none-unread = Alt er læst
notices-none-unread-text = Det næste, der sker, vises her og på klokken.
notice-new = ulæst
notice-mark-read = Markér som læst
notice-mark-unread = Markér som ulæst
notice-mentioned = { $who } nævnte dig på { $card }
notice-comment = { $who } kommenterede { $card }
notice-activity = { $who } skrev noget ned på { $card }
notice-activity-note = { $who } skrev en note på { $card }
notice-activity-call = { $who } registrerede et opkald på { $card }
notice-activity-task = { $who } tilføjede en opgave på { $card }
notice-activity-many = { $who } skrev noget ned på { $count } kort, du følger
notice-activity-several = { $who } skrev noget ned på kort, du følger
notice-changed =
    { $times ->
        [1] { $who } ændrede { $card }
       *[other] { $who } ændrede { $card } { $times } gange
    }
notice-changed-many = { $who } ændrede { $count } kort, du følger
notice-changed-several = { $who } ændrede kort, du følger
notice-assigned = { $who } gjorde dig ansvarlig for { $card }
notice-assigned-many = { $who } gjorde dig ansvarlig for { $count } kort
notice-assigned-several = { $who } gjorde dig ansvarlig for flere kort
notice-shared = { $who } delte { $card } med dig
notice-finished = { $job } er færdig
notice-failed = { $job } mislykkedes
notice-finished-gone = Arbejdet i baggrunden er færdigt

settings-notifications = Notifikationer
notices-lead = Hvad du får besked om. Du får aldrig besked om det, du selv gjorde, eller om kort, du ikke må se.
notices-what = Når
notices-shown = I Kartotek
notices-mailed = Med mail
notices-kind-mentioned = Nogen nævner dig eller dit team
notices-kind-comment = Nogen kommenterer et kort, du følger
notices-kind-activity = En note, et opkald eller en opgave føjes til et kort, du følger
notices-kind-changed = Et kort, du følger, bliver ændret
notices-kind-assigned = Du bliver gjort ansvarlig for noget
notices-kind-shared = Et kort deles med dig
notices-kind-finished = En import eller et andet langt job, du startede, er færdigt
notices-follow = Følg ved at deltage
notices-follow-help = Du følger kort, som du kommenterer, bliver nævnt på eller er ansvarlig for, medmindre du holder op med at følge et af dem.
notices-chosen = Gemt
job-records-bulk = En ændring af mange kort

## Breve

notices-letter-subject =
    { $count ->
        [one] { $count } notifikation
       *[other] { $count } notifikationer
    }
notices-letter-open = Åbn i Kartotek
notices-letter-foot = Du får dette, fordi du har valgt at få besked med mail. Vælg noget andet: { $address }
job-notices-by-mail = Notifikationer med mail
job-mail-send = Afsendelse af et brev

settings-mail = Mailudbakke
mail-server = Breve sendes gennem { $host } som { $sender }.
mail-none = Der er ikke sat en mailserver op, så breve gemmes her, og intet bliver sendt. Den, der driver Kartotek, sætter en op med smtp og mail_from.
mail-trouble = Mailserveren tager ikke imod breve. De sendes igen af sig selv.
mail-empty = Ingen breve endnu
mail-subject = Emne
mail-state = Tilstand
mail-when = Hvornår
mail-words = Brevet
mail-enclosed = Det, der følger med
mail-waiting = Venter
mail-sent = Sendt
mail-failed = Mislykket
mail-kept = Gemt her
mail-next = Prøves igen
mail-send = Send
mail-test = Send et prøvebrev
mail-test-subject = Et prøvebrev fra Kartotek
mail-test-text = Læser du dette, kommer breve frem.
mail-on-its-way = Brevet er på vej
mail-is-kept = Brevet er gemt i udbakken
mail-words-gone = Det, der er sendt, gemmes ikke.
mail-words-of-owners = Dette brev kan kun ejere læse.
mail-no-server = Der er ikke sat en mailserver op, så intet kan sendes.
mail-is-sent = Det er allerede sendt.

## Invitationer med mail

invitation-way = Hvordan den kommer frem
invitation-language = Brevets sprog
invitation-by-mail = Med mail
invitation-by-mail-from = Fra { $sender }
invitation-by-mail-kept = Der er ikke sat en mailserver op: brevet gemmes i mailudbakken
invitation-by-link = Med et link
invitation-by-link-note = Det vises én gang; du giver det selv videre
invitation-sent = Invitationen til { $email } er på vej
invitation-kept = Invitationen til { $email } er gemt i mailudbakken
invitation-again = Send igen
invitation-letter-subject = { $who } inviterer dig til { $workspace }
invitation-letter-text = { $who } inviterer dig til at arbejde sammen i { $workspace } med Kartotek.
invitation-letter-accept = Tag imod invitationen
invitation-letter-until = Linket virker én gang, indtil { $date }.
invitation-letter-foot = Hvis du ikke venter dette brev, behøver du ikke gøre noget.
