### Möten och kalendrar.
appointment = Möte
appointment-many = Möten
new-appointment = Nytt möte
create-appointment = Skapa möte
save-appointment = Lägg till möte
toast-appointment = Mötet har lagts till
empty-appointment = Inga möten än
empty-appointment-text = Ett möte säger när, var och med vem man träffas. Skapa det på ett kort eller i kalendern; här samlas alla.
composer-meeting = Möte
notice-activity-appointment = { $who } lade till ett möte på { $card }

## Fields of an appointment

appointment-subject = Vad
appointment-about = Gäller
appointment-starts-at = Börjar
appointment-ends-at = Slutar
appointment-all-day = Hela dagen
appointment-participants = Med
appointment-place = Plats
appointment-video = Video
appointment-text = Detaljer
appointment-state = Status
appointment-repeat = Upprepas
appointment-owner = Vems
appointment-time-zone = Tidszon
appointment-repeat-until = Upprepas till
appointment-except = Undantag
appointment-series = Serie
appointment-series-at = I stället för
appointment-closed-at = Avslutat
appointment-at = När
appointment-length = Hur länge
appointment-repeats = Upprepas
appointment-too-long = Ett möte varar högst 31 dagar
not-a-participant = ”{ $typed }” är varken en kollega, ett kort eller en e-postadress
part-who = Vem
part-answer = Svar
answer-accepted = Tackat ja
answer-tentative = Kanske
answer-declined = Tackat nej

## Shared things

resource = Resurs
resource-many = Resurser
new-resource = Ny resurs
create-resource = Skapa resurs
empty-resource = Inga resurser än
empty-resource-text = En resurs är ett rum, ett fordon eller en sak som möten använder. Den som dubbelbokar den får veta det.
resource-name = Namn
resource-kind = Slag
resource-place = Plats
resource-seats = Platser
resource-text = Anteckningar
resource-kind-room = Rum
resource-kind-vehicle = Fordon
resource-kind-equipment = Utrustning

## Choices

appointment-state-planned = Planerat
appointment-state-held = Genomfört
appointment-state-cancelled = Inställt
appointment-state-no-show = Ingen kom

## The calendar

nav-calendar = Kalender
diary-day = Dag
diary-week = Vecka
diary-month = Månad
diary-agenda = Agenda
diary-spans = Dag, vecka eller månad
diary-before = Tidigare
diary-after = Senare
diary-whose = Vems kalendrar
diary-show = Visa
diary-mine = Min kalender
diary-teams = Team
diary-nothing = Inget planerat
diary-nothing-text = Möten under de här dagarna dyker upp här.
diary-new-at = Nytt möte { $when }
diary-too-many = Det finns fler möten än som kan visas. Välj färre kalendrar.
diary-overlaps = Krockar
diary-moved = Flyttat till #
diary-keys = Flytta med m, piltangenterna och Enter
diary-calendars = { $count } kalendrar

## Moving and changing

move-appointment = Flytta
move-this = Flytta det här mötet
move-to = Till
move-reach = Vilka
series-this = Bara det här
series-following = Det här och de följande
series-all = Hela serien
series-keeps-its-days = Serien bestämmer själv sina dagar. Ändra upprepningen eller flytta bara det här.
change-appointment-moved = Flyttade { $subject }
change-appointment-state = Noterade vad som hände med { $subject }
toast-moved = Flyttat till { $when }
toast-state = { $name }: { $state }
occurrence-edit = Ändra
state-held = Det genomfördes
state-no-show = Ingen kom
state-planned = Det är planerat
state-cancel = Ställ in det
occurrence-of = Ett i en serie
overlap = Samtidigt: { $what }
overlap-of = { $who }: { $what }
today-day = Dagen
today-day-nothing = Inga möten i dag
today-tomorrow = I morgon

## Other programs' calendars

appointment-foreign = I det andra programmet
exchange-title = Prenumerera och importera
feed-title = Din kalender i andra program
feed-lead = En hemlig adress visar dina möten i telefonens kalender eller ett annat program. Den som känner till den kan läsa dem.
feed-make = Skapa en hemlig adress
feed-made = Din nya hemliga adress
feed-made-help = Den visas bara nu. Klistra in den där ditt program frågar efter en kalenderadress.
feed-made-at = Skapad
feed-read-at = senast läst
feed-unread = inte läst än
feed-revoke = Dra in
feed-revoked = Adressen visar inget längre
secret-addresses-enough = Det finns redan tjugo adresser. Dra in en först.
ics-import = Importera en kalenderfil
ics-import-lead = Möten i en .ics-fil blir dina. Det som lästs in tidigare uppdateras.
ics-file = Kalenderfil
ics-read = Importera
ics-not-a-calendar = Filen innehåller inga möten. Välj en .ics-fil.
ics-taken = { $made } nya, { $changed } uppdaterade, { $left } utelämnade
change-imported-appointments = Importerade möten

## Reminders

appointment-remind = Påminn kollegor
appointment-remind-customer = Påminn kunden dagen före
remind-10-minutes = 10 minuter före
remind-1-hour = En timme före
remind-1-day = En dag före
notice-reminder = { $card } börjar snart
notices-kind-reminder = Ett av dina möten börjar snart
job-appointments-remind = Påminnelser om möten
reminder-subject = { $workspace }: { $when }
reminder-lead = { $name }, det här är en påminnelse om ditt möte med { $workspace }.
reminder-foot = Du får det här för att du har ett möte med { $workspace }.
reminder-note = Påminde { $address } om { $what }, { $when }
reminder-task = Påminn { $name } om { $what }, { $when }
change-reminded = Påminde om { $subject }
change-answered = Kunden svarade om { $subject }

## What a customer answers

visit-confirm = Jag kommer
visit-move = Be om en annan tid
visit-cancel = Avboka mötet
visit-wish = När passar det dig
visit-said-confirm = Du har sagt att du kommer.
visit-said-move = Ditt önskemål har kommit fram. Vi hör av oss; tills dess gäller tiden.
visit-said-cancel = Mötet är avbokat.
visit-is-cancelled = Det här mötet är avbokat.
visit-is-over = Det här mötet kan inte längre besvaras här.
visit-footer = Bara du har den här länken. Inget ändras förrän du trycker på en knapp.
visit-note-confirm = { $name } bekräftade: { $what }, { $when }
visit-note-move = { $name } ber om en annan tid: { $what }, { $when }
visit-note-cancel = { $name } avbokade: { $what }, { $when }
visit-task-move = Hitta en annan tid med { $name }: { $what }
visit-task-cancel = { $name } avbokade { $what }
