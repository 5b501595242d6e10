### Aftaler og kalendere.
appointment = Aftale
appointment-many = Aftaler
new-appointment = Ny aftale
create-appointment = Opret aftale
save-appointment = Tilføj aftale
toast-appointment = Aftalen er tilføjet
empty-appointment = Ingen aftaler endnu
empty-appointment-text = En aftale siger, hvornår, hvor og med hvem man mødes. Lav den på et kort eller i kalenderen; her samles de alle.
composer-meeting = Møde
notice-activity-appointment = { $who } tilføjede en aftale på { $card }

## Fields of an appointment

appointment-subject = Hvad
appointment-about = Angår
appointment-starts-at = Begynder
appointment-ends-at = Slutter
appointment-all-day = Hele dagen
appointment-participants = Med
appointment-place = Sted
appointment-video = Video
appointment-text = Detaljer
appointment-state = Status
appointment-repeat = Gentages
appointment-owner = Hvis
appointment-time-zone = Tidszone
appointment-repeat-until = Gentages til
appointment-except = Undtagelser
appointment-series = Serie
appointment-series-at = I stedet for
appointment-closed-at = Afsluttet
appointment-at = Hvornår
appointment-length = Hvor længe
appointment-repeats = Gentages
appointment-too-long = En aftale varer højst 31 dage
not-a-participant = “{ $typed }” er hverken en kollega, et kort eller en e-mailadresse
part-who = Hvem
part-answer = Svar
answer-accepted = Takket ja
answer-tentative = Måske
answer-declined = Meldt afbud

## Shared things

resource = Ressource
resource-many = Ressourcer
new-resource = Ny ressource
create-resource = Opret ressource
empty-resource = Ingen ressourcer endnu
empty-resource-text = En ressource er et lokale, et køretøj eller en ting, som aftaler bruger. Den, der dobbeltbooker den, får det at vide.
resource-name = Navn
resource-kind = Slags
resource-place = Sted
resource-seats = Pladser
resource-text = Noter
resource-kind-room = Lokale
resource-kind-vehicle = Køretøj
resource-kind-equipment = Udstyr

## Choices

appointment-state-planned = Planlagt
appointment-state-held = Holdt
appointment-state-cancelled = Aflyst
appointment-state-no-show = Ingen kom

## The calendar

nav-calendar = Kalender
diary-day = Dag
diary-week = Uge
diary-month = Måned
diary-agenda = Dagsorden
diary-spans = Dag, uge eller måned
diary-before = Tidligere
diary-after = Senere
diary-whose = Hvis kalendere
diary-show = Vis
diary-mine = Min kalender
diary-teams = Teams
diary-nothing = Intet planlagt
diary-nothing-text = Aftaler i disse dage dukker op her.
diary-new-at = Ny aftale { $when }
diary-too-many = Der er flere aftaler, end der kan vises. Vælg færre kalendere.
diary-overlaps = Overlapper
diary-moved = Flyttet til #
diary-keys = Flyt med m, piletasterne og Enter
diary-calendars = { $count } kalendere

## Moving and changing

move-appointment = Flyt
move-this = Flyt denne aftale
move-to = Til
move-reach = Hvilke
series-this = Kun denne
series-following = Denne og de følgende
series-all = Hele serien
series-keeps-its-days = Serien bestemmer selv sine dage. Ret gentagelsen, eller flyt kun denne.
change-appointment-moved = Flyttede { $subject }
change-appointment-state = Noterede, hvad der blev af { $subject }
toast-moved = Flyttet til { $when }
toast-state = { $name }: { $state }
occurrence-edit = Ændr
state-held = Den blev holdt
state-no-show = Ingen kom
state-planned = Den er planlagt
state-cancel = Aflys den
occurrence-of = En af en serie
overlap = På samme tid: { $what }
overlap-of = { $who }: { $what }
today-day = Dagen
today-day-nothing = Ingen aftaler i dag
today-tomorrow = I morgen

## Other programs' calendars

appointment-foreign = I det andet program
exchange-title = Abonnér og importér
feed-title = Din kalender i andre programmer
feed-lead = En hemmelig adresse viser dine aftaler i kalenderen på en telefon eller i et andet program. Den, der kender den, kan læse dem.
feed-make = Lav en hemmelig adresse
feed-made = Din nye hemmelige adresse
feed-made-help = Den vises kun nu. Indsæt den, hvor dit program spørger efter en kalenderadresse.
feed-made-at = Lavet
feed-read-at = sidst læst
feed-unread = ikke læst endnu
feed-revoke = Afskaf
feed-revoked = Adressen viser ikke længere noget
secret-addresses-enough = Der er allerede tyve adresser. Afskaf en først.
ics-import = Importér en kalenderfil
ics-import-lead = Aftaler i en .ics-fil bliver dine. Det, der er læst før, bliver opdateret.
ics-file = Kalenderfil
ics-read = Importér
ics-not-a-calendar = Denne fil indeholder ingen aftaler. Vælg en .ics-fil.
ics-taken = { $made } nye, { $changed } opdateret, { $left } udeladt
change-imported-appointments = Importerede aftaler

## Reminders

appointment-remind = Mind kolleger om det
appointment-remind-customer = Mind kunden om det dagen før
remind-10-minutes = 10 minutter før
remind-1-hour = En time før
remind-1-day = En dag før
notice-reminder = { $card } begynder snart
notices-kind-reminder = En af dine aftaler begynder snart
job-appointments-remind = Påmindelser om aftaler
reminder-subject = { $workspace }: { $when }
reminder-lead = { $name }, dette er en påmindelse om din aftale med { $workspace }.
reminder-foot = Du får dette, fordi du har en aftale med { $workspace }.
reminder-note = Mindede { $address } om { $what }, { $when }
reminder-task = Mind { $name } om { $what }, { $when }
change-reminded = Mindede om { $subject }
change-answered = Kunden svarede om { $subject }

## What a customer answers

visit-confirm = Jeg kommer
visit-move = Bed om et andet tidspunkt
visit-cancel = Aflys aftalen
visit-wish = Hvornår passer det dig
visit-said-confirm = Du har sagt, at du kommer.
visit-said-move = Dit ønske er modtaget. Vi kontakter dig; indtil da gælder tidspunktet.
visit-said-cancel = Aftalen er aflyst.
visit-is-cancelled = Denne aftale er aflyst.
visit-is-over = Denne aftale kan ikke længere besvares her.
visit-footer = Kun du har dette link. Intet ændres, før du trykker på en knap.
visit-note-confirm = { $name } bekræftede: { $what }, { $when }
visit-note-move = { $name } beder om et andet tidspunkt: { $what }, { $when }
visit-note-cancel = { $name } aflyste: { $what }, { $when }
visit-task-move = Find et andet tidspunkt med { $name }: { $what }
visit-task-cancel = { $name } aflyste { $what }
