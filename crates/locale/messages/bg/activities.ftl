### Бележки, разговори, задачи, хронологията и Днес.

note = Бележка
note-many = Бележки
new-note = Нова бележка
create-note = Създаване на бележка
empty-note = Още няма бележки
empty-note-text = Бележката пази онова, което искате да запомните за човек, фирма или домакинство. Напишете я на картона; тук се събират всички бележки.
call = Разговор
call-many = Разговори
new-call = Нов разговор
create-call = Създаване на разговор
empty-call = Още няма разговори
empty-call-text = Разговорът пази кой с кого е говорил и какво е излязло от това, за да не се обажда никой два пъти. Запишете го на картона; тук се събират всички разговори.
task = Задача
task-many = Задачи
new-task = Нова задача
create-task = Създаване на задача
empty-task = Още няма задачи
empty-task-text = Задачата е нещо обещано за определен ден, за вас или за колега. Появява се в Днес, когато ѝ дойде времето, за да не се забрави нищо.

## Полета на бележка

note-text = Текст
note-about = Картон
note-at = Кога
note-owner = Написано от
note-pinned = Закачено най-горе

## Полета на разговор

call-text = За какво се говори
call-about = Картон
call-direction = Посока
call-outcome = Резултат
call-number = Номер
call-duration = Времетраене в секунди
call-call-back-at = Да се върне обаждане
call-at = Кога
call-owner = Говорил
call-despite = Обаждане въпреки предупреждение
call-back-needs-a-time = Въведете кога да се върне обаждането

## Полета на задача

task-subject = Задача
task-kind = Вид
task-about = Картон
task-due-at = Срок
task-priority = Приоритет
task-assignee = Изпълнител
task-repeat = Повтаряне
task-number = Номер
task-text = Подробности
task-done-at = Готово
task-open-at = Отворена до
task-at = Кога
task-owner = Създаване от
task-call-back = Да се върне обаждане: { $name }
not-a-repeat-rule = Това повтаряне не може да се прочете. Използвайте правило като FREQ=WEEKLY.
repeat-needs-a-day = Въведете срок, за да може да се повтаря

## Възможности за избор

direction-out = Изходящ
direction-in = Входящ
outcome-reached = Открит
outcome-not-reached = Не е открит
outcome-call-back = Да се върне обаждане
outcome-not-interested = Не проявява интерес
outcome-do-not-call = Да не се звъни повече
priority-high = Висок
priority-normal = Нормален
priority-low = Нисък
task-kind-task = Задача
task-kind-call-back = Обратно обаждане
repeat-never = Не се повтаря
repeat-daily = Всеки ден
repeat-weekdays = Всеки работен ден
repeat-weekly = Всяка седмица
repeat-fortnightly = На две седмици
repeat-monthly = Всеки месец
repeat-quarterly = На три месеца
repeat-yearly = Всяка година

## Записване

composer = Запишете какво се случи
note-what = Какво си струва да се запомни?
call-what = За какво се говори?
call-minutes = Минути
save-note = Запазване на бележката
save-call = Запазване на разговора
save-task = Добавяне на задача
toast-note = Бележката е запазена
toast-call = Разговорът е запазен
toast-task = Задачата е добавена
later = По-късно
later-hour = След час
later-week = Следващата седмица
toast-task-done = Задачата е изпълнена
toast-snoozed = Задачата е преместена

## Хронологията

timeline = Хронология
timeline-next = Предстои
timeline-empty = Още нищо не се е случило. Напишете бележка, разговор или задача.
timeline-created = { $who } създаде този картон
timeline-edited = { $who } промени: { $fields }
timeline-trashed = { $who } премести този картон в кошчето
timeline-restored = { $who } възстанови този картон
timeline-linked = { $who } добави връзка
timeline-unlinked = { $who } премахна връзка
timeline-relinked = { $who } промени връзка
undone = отменено
a-card = картон
wrote-note = написа бележка
called = се обади
was-called = прие обаждане
did-task = изпълни

## Днес

today-count =
    { $count ->
        [one] { $count } нещо за вършене
       *[other] { $count } неща за вършене
    }
today-due = За вършене
today-nothing = Няма нищо за вършене
today-nothing-text = Задачите и обратните обаждания се появяват тук, когато им дойде времето.
today-left-alone =
    { $count ->
        [one] 1 обещание към някого, който не желае да бъде търсен, не се показва.
       *[other] { $count } обещания към хора, които не желаят да бъдат търсени, не се показват.
    }
today-order = Подредено по
today-by-time = Време
today-by-worth = Стойност
today-at-stake = Отворени сделки с тях
today-more = Показани са първите { $shown } от { $count }.
today-show-all = Покажи всички
today-ahead = Следващите седем дни
today-birthdays = Рождени дни
today-no-birthdays = Тази седмица няма рождени дни
today-nothing-seen = Тук се появяват картоните, които отваряте
