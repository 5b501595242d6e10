### Kommentarer, omnämnanden, kort man följer och aviseringar.

comment = Kommentar
comment-many = Kommentarer
new-comment = Ny kommentar
create-comment = Skapa kommentar
empty-comment = Inga kommentarer än
empty-comment-text = En kommentar är prat mellan kollegor om ett kort; kunden är inte med. Skriv den på kortet och nämn någon med @. Här samlas alla kommentarer.
comment-text = Text
comment-about = Kort
comment-at = När
comment-owner = Skriven av
comment-edited-at = Ändrad
comment-mentions = Nämner
comment-what = Säg något till kollegor; @ nämner någon
save-comment = Kommentera
toast-comment = Kommentaren har lagts till
toast-comment-edited = Kommentaren har ändrats
wrote-comment = kommenterade
comment-edited = ändrad
rights-with-card = Alla som ser kortet
rights-author = Den som skrev den

## Att nämna någon

mention-who = Kollegor och team
mention-blind-short = kan inte se det här kortet
mention-blind =
    { $count ->
        [one] { $names } kan inte se det här kortet och får inget besked
       *[other] { $names } kan inte se det här kortet och får inget besked
    }

## Att följa

follow = Följ
following-now = Följer
follow-note = Få veta vad som händer med det här kortet
unfollow-note = Få inte veta mer om det här kortet
followers = Följare
followers-none = Ingen följer det här kortet än
toast-following = Du följer det här kortet
toast-not-following = Du följer inte längre det här kortet

## Aviseringar

nav-notifications = Aviseringar
nav-news = Klocka
notices-unread =
    { $count ->
        [one] { $count } oläst
       *[other] { $count } olästa
    }
notices-only-unread = Olästa
notices-choose = Inställningar
notices-read-all = Markera alla som lästa
notices-none = Inget än
notices-none-text = När någon nämner dig, kommenterar ett kort du följer eller gör dig ansvarig syns det här.
notices-none-unread = Allt är läst
notices-none-unread-text = Det som händer härnäst syns här och på klockan.
notice-new = oläst
notice-mark-read = Markera som läst
notice-mark-unread = Markera som oläst
notice-mentioned = { $who } nämnde dig på { $card }
notice-comment = { $who } kommenterade { $card }
notice-activity = { $who } skrev ner något på { $card }
notice-activity-note = { $who } skrev en anteckning på { $card }
notice-activity-call = { $who } loggade ett samtal på { $card }
notice-activity-task = { $who } lade till en uppgift på { $card }
notice-activity-many = { $who } skrev ner något på { $count } kort du följer
notice-activity-several = { $who } skrev ner något på kort du följer
notice-changed =
    { $times ->
        [1] { $who } ändrade { $card }
       *[other] { $who } ändrade { $card } { $times } gånger
    }
notice-changed-many = { $who } ändrade { $count } kort du följer
notice-changed-several = { $who } ändrade kort du följer
notice-assigned = { $who } gjorde dig ansvarig för { $card }
notice-assigned-many = { $who } gjorde dig ansvarig för { $count } kort
notice-assigned-several = { $who } gjorde dig ansvarig för flera kort
notice-shared = { $who } delade { $card } med dig
notice-finished = { $job } är klar
notice-failed = { $job } misslyckades
notice-finished-gone = Arbetet i bakgrunden är klart

settings-notifications = Aviseringar
notices-lead = Vad du får veta. Du får aldrig veta det du själv gjorde, eller något om kort du inte får se.
notices-what = När
notices-shown = I Kartotek
notices-mailed = Med e-post
notices-kind-mentioned = Någon nämner dig eller ditt team
notices-kind-comment = Någon kommenterar ett kort du följer
notices-kind-activity = En anteckning, ett samtal eller en uppgift läggs till på ett kort du följer
notices-kind-changed = Ett kort du följer ändras
notices-kind-assigned = Du görs ansvarig för något
notices-kind-shared = Ett kort delas med dig
notices-kind-finished = En import eller ett annat långt jobb du startat är klart
notices-follow = Följ genom att delta
notices-follow-help = Du följer kort som du kommenterar, nämns på eller ansvarar för, om du inte slutar följa något av dem.
notices-chosen = Sparat
job-records-bulk = En ändring av många kort

## Brev

notices-letter-subject =
    { $count ->
        [one] { $count } avisering
       *[other] { $count } aviseringar
    }
notices-letter-open = Öppna i Kartotek
notices-letter-foot = Du får detta för att du valt att få veta via e-post. Välj något annat: { $address }
job-notices-by-mail = Aviseringar via e-post
job-mail-send = Sändning av ett brev

settings-mail = Utkorg
mail-server = Brev skickas genom { $host } som { $sender }.
mail-none = Ingen e-postserver är inställd, så brev sparas här och inget skickas. Den som driver Kartotek ställer in en med smtp och mail_from.
mail-trouble = E-postservern tar inte emot brev. De skickas igen av sig själva.
mail-empty = Inga brev än
mail-subject = Ämne
mail-state = Läge
mail-when = När
mail-words = Brevet
mail-enclosed = Det som följer med
mail-waiting = Väntar
mail-sent = Skickat
mail-failed = Misslyckat
mail-kept = Sparat här
mail-next = Försöks igen
mail-send = Skicka
mail-test = Skicka ett provbrev
mail-test-subject = Ett provbrev från Kartotek
mail-test-text = Om du läser detta kommer brev fram.
mail-on-its-way = Brevet är på väg
mail-is-kept = Brevet är sparat i utkorgen
mail-words-gone = Det som skickats sparas inte.
mail-words-of-owners = Det här brevet får bara ägare läsa.
mail-no-server = Ingen e-postserver är inställd, så inget kan skickas.
mail-is-sent = Det är redan skickat.

## Inbjudningar via e-post

invitation-way = Hur den kommer fram
invitation-language = Brevets språk
invitation-by-mail = Via e-post
invitation-by-mail-from = Från { $sender }
invitation-by-mail-kept = Ingen e-postserver är inställd: brevet sparas i utkorgen
invitation-by-link = Via en länk
invitation-by-link-note = Den visas en gång; du ger den vidare själv
invitation-sent = Inbjudan till { $email } är på väg
invitation-kept = Inbjudan till { $email } är sparad i utkorgen
invitation-again = Skicka igen
invitation-letter-subject = { $who } bjuder in dig till { $workspace }
invitation-letter-text = { $who } bjuder in dig att arbeta tillsammans i { $workspace } med Kartotek.
invitation-letter-accept = Ta emot inbjudan
invitation-letter-until = Länken fungerar en gång, till och med { $date }.
invitation-letter-foot = Om du inte väntar det här brevet behöver du inte göra något.
