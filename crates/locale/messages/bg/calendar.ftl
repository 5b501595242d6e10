### Срещи и календари.
appointment = Среща
appointment-many = Срещи
new-appointment = Нова среща
create-appointment = Създаване на среща
save-appointment = Добавяне на среща
toast-appointment = Срещата е добавена
empty-appointment = Още няма срещи
empty-appointment-text = Срещата казва кога, къде и с кого се виждате. Създайте я на картон или в календара; тук се събират всички.
composer-meeting = Среща
notice-activity-appointment = { $who } добави среща в { $card }

## Fields of an appointment

appointment-subject = Какво
appointment-about = За кого
appointment-starts-at = Начало
appointment-ends-at = Край
appointment-all-day = Цял ден
appointment-participants = Участници
appointment-place = Място
appointment-video = Видео
appointment-text = Подробности
appointment-state = Състояние
appointment-repeat = Повтаряне
appointment-owner = Чия
appointment-time-zone = Часова зона
appointment-repeat-until = Повтаря се до
appointment-except = Изключения
appointment-series = Поредица
appointment-series-at = Вместо
appointment-closed-at = Приключена
appointment-at = Кога
appointment-length = Колко време
appointment-repeats = Повтаря се
appointment-too-long = Срещата трае най-много 31 дни
not-a-participant = „{ $typed }“ не е нито колега, нито картон, нито имейл адрес
part-who = Кой
part-answer = Отговор
answer-accepted = Прие
answer-tentative = Може би
answer-declined = Отказа

## Shared things

resource = Ресурс
resource-many = Ресурси
new-resource = Нов ресурс
create-resource = Създаване на ресурс
empty-resource = Още няма ресурси
empty-resource-text = Ресурсът е зала, превозно средство или вещ, която срещите ползват. Който я заеме два пъти, научава за това.
resource-name = Име
resource-kind = Вид
resource-place = Място
resource-seats = Места
resource-text = Бележки
resource-kind-room = Зала
resource-kind-vehicle = Превозно средство
resource-kind-equipment = Оборудване

## Choices

appointment-state-planned = Планирана
appointment-state-held = Проведена
appointment-state-cancelled = Отменена
appointment-state-no-show = Никой не дойде

## The calendar

nav-calendar = Календар
diary-day = Ден
diary-week = Седмица
diary-month = Месец
diary-agenda = Програма
diary-spans = Ден, седмица или месец
diary-before = Назад
diary-after = Напред
diary-whose = Чии календари
diary-show = Показване
diary-mine = Моят календар
diary-teams = Екипи
diary-nothing = Нищо планирано
diary-nothing-text = Срещите за тези дни се появяват тук.
diary-new-at = Нова среща { $when }
diary-too-many = Има повече срещи, отколкото могат да се покажат. Изберете по-малко календари.
diary-overlaps = Застъпва се
diary-moved = Преместена на #
diary-keys = Преместване с m, стрелките и Enter
diary-calendars = { $count } календара

## Moving and changing

move-appointment = Преместване
move-this = Преместване на тази среща
move-to = Кога
move-reach = Кои
series-this = Само тази
series-following = Тази и следващите
series-all = Цялата поредица
series-keeps-its-days = Поредицата сама определя дните си. Променете повторението или преместете само тази среща.
change-appointment-moved = Преместване: { $subject }
change-appointment-state = Отбелязан изход: { $subject }
toast-moved = Преместена на { $when }
toast-state = { $name }: { $state }
occurrence-edit = Промяна
state-held = Състоя се
state-no-show = Никой не дойде
state-planned = Планирана е
state-cancel = Отмяна
occurrence-of = Част от поредица
overlap = По същото време: { $what }
overlap-of = { $who }: { $what }
today-day = Денят
today-day-nothing = Днес няма срещи
today-tomorrow = Утре

## Other programs' calendars

appointment-foreign = В другата програма
exchange-title = Абонамент и внасяне
feed-title = Вашият календар в други програми
feed-lead = Таен адрес показва срещите ви в календара на телефона или в друга програма. Който го знае, може да ги чете.
feed-make = Създаване на таен адрес
feed-made = Новият ви таен адрес
feed-made-help = Показва се само сега. Поставете го там, където програмата ви иска адрес на календар.
feed-made-at = Създаден
feed-read-at = последно четен
feed-unread = още не е четен
feed-revoke = Отмяна
feed-revoked = Адресът вече не показва нищо
secret-addresses-enough = Вече има двадесет адреса. Първо отменете някой.
ics-import = Внасяне на файл с календар
ics-import-lead = Срещите от файл .ics стават ваши. Прочетеното преди се обновява.
ics-file = Файл с календар
ics-read = Внасяне
ics-not-a-calendar = Този файл не съдържа срещи. Изберете файл .ics.
ics-taken = { $made } нови, { $changed } обновени, { $left } пропуснати
change-imported-appointments = Внесени срещи

## Reminders

appointment-remind = Напомняне на колегите
appointment-remind-customer = Напомняне на клиента предния ден
remind-10-minutes = 10 минути преди
remind-1-hour = Час преди
remind-1-day = Ден преди
notice-reminder = { $card } започва скоро
notices-kind-reminder = Ваша среща започва скоро
job-appointments-remind = Напомняния за срещи
reminder-subject = { $workspace }: { $when }
reminder-lead = { $name }, напомняме ви за срещата с { $workspace }.
reminder-foot = Получавате това, защото имате среща с { $workspace }.
reminder-note = Напомнено на { $address }: { $what }, { $when }
reminder-task = Да се напомни на { $name }: { $what }, { $when }
change-reminded = Напомнено за { $subject }
change-answered = Клиентът отговори за { $subject }

## What a customer answers

visit-confirm = Ще дойда
visit-move = Молба за друг час
visit-cancel = Отмяна на срещата
visit-wish = Кога ви е удобно
visit-said-confirm = Казахте, че ще дойдете.
visit-said-move = Молбата ви пристигна. Ще се свържем с вас; дотогава часът остава.
visit-said-cancel = Срещата е отменена.
visit-is-cancelled = Тази среща е отменена.
visit-is-over = За тази среща вече не може да се отговори тук.
visit-footer = Само вие имате тази връзка. Нищо не се променя, докато не натиснете бутон.
visit-note-confirm = { $name } потвърди: { $what }, { $when }
visit-note-move = { $name } моли за друг час: { $what }, { $when }
visit-note-cancel = { $name } отмени: { $what }, { $when }
visit-task-move = Да се намери друг час с { $name }: { $what }
visit-task-cancel = { $name } отмени { $what }
