### Рамката, списъците, картоните и формулярите, общи за всички видове.

## Ориентиране

nav-today = Днес
nav-search = Търсене
nav-new = Ново
nav-cards = Картони
nav-more = Още
nav-import = Импортиране
nav-history = История
nav-trash = Кошче
nav-settings = Настройки
shell-skip = Към съдържанието
shell-navigation = Главно меню
shell-bar = Бързо меню
shell-search-or-do = Търсене или действие
shell-results = Резултати
shell-choose = избор
shell-open = отваряне
shell-in-new-tab = в нов раздел
shell-narrow-sidebar = Тясна странична лента
shell-sidebar-width = Тясна или широка странична лента
shell-shortcuts = Клавишни комбинации
shell-offline = Няма връзка. Написаното е още тук; опитайте отново, когато сте онлайн.
shell-failed = Не се получи и нищо не беше променено. Опитайте отново.
shortcuts-anywhere = Навсякъде
shortcuts-list = В списък
shortcut-search = Търсене
shortcut-new = Нов картон или нова задача
shortcut-shortcuts = Показване на комбинациите
shortcut-move = Надолу и нагоре
shortcut-open = Отваряне
shortcut-peek = Преглед
shortcut-select = Избиране
shortcut-widths = Ширина на колоната, върху заглавието
crumbs = Вие сте тук

## Списъци

views = Изгледи
view-all = Всички
view-mine = Моите
view-silent = Без разговор от 30 дни
view-birthdays = Рождени дни до 30 дни
find-in-list = Търсене в списъка
list-nothing-found = Нищо не е намерено
list-nothing-found-text = Тук нищо не отговаря на търсенето и филтрите. Премахнете някой от тях или покажете всичко.
show-all = Показване на всичко
peek = Преглед
select = Избиране
select-all = Избиране на всички
select-first = Първо изберете поне един ред.
selected-count-text = Избрани: #
export-xlsx = Експортиране като Excel (XLSX)
export-csv = Експортиране като CSV
export-vcard = Експортиране като vCard

## Филтри

filter = Филтър
filters = Търсене и филтри
filter-remove = Премахване на условието
filter-where = Да отговаря на
filter-joint = Кои условия трябва да са изпълнени
filter-all = всички условия
filter-any = поне едно условие
filter-add = Добавяне на условие
filter-show = Показване на резултатите
filter-field = Поле
filter-choose = Изберете поле
filter-comparison = Сравнение
filter-value = Стойност
filter-day-help = например днес или 22 ноември
or = или
me = аз
op-is = е
op-is-not = не е
op-contains = съдържа
op-contains-not = не съдържа
op-starts-with = започва с
op-over = е над
op-under = е под
op-between = е между
op-on = е на
op-before = е по-рано от
op-after = е по-късно от
op-empty = е празно
op-not-empty = е попълнено
day-today = днес
day-yesterday = вчера
day-tomorrow = утре
day-this-week = тази седмица
day-last-week = миналата седмица
day-next-week = следващата седмица
day-this-month = този месец
day-last-month = миналия месец
day-next-month = следващия месец
day-this-quarter = това тримесечие
day-last-quarter = миналото тримесечие
day-next-quarter = следващото тримесечие
day-this-year = тази година
day-last-year = миналата година
day-next-year = следващата година
day-d-ago =
    { $count ->
        [one] { $count } ден назад
       *[other] { $count } дни назад
    }
day-w-ago =
    { $count ->
        [one] { $count } седмица назад
       *[other] { $count } седмици назад
    }
day-m-ago =
    { $count ->
        [one] { $count } месец назад
       *[other] { $count } месеца назад
    }
day-y-ago =
    { $count ->
        [one] { $count } година назад
       *[other] { $count } години назад
    }
day-d-ahead =
    { $count ->
        [one] { $count } ден напред
       *[other] { $count } дни напред
    }
day-w-ahead =
    { $count ->
        [one] { $count } седмица напред
       *[other] { $count } седмици напред
    }
day-m-ahead =
    { $count ->
        [one] { $count } месец напред
       *[other] { $count } месеца напред
    }
day-y-ahead =
    { $count ->
        [one] { $count } година напред
       *[other] { $count } години напред
    }

## Картон

edit-everything = Редактиране на всички полета
edit-field = Редактиране: { $name }
in-trash = Намира се в кошчето.
more-fields =
    { $count ->
        [one] Още { $count } поле
       *[other] Още { $count } полета
    }
card-made = Създаване: { $who } · { $when }
not-set = Не е попълнено
hidden-card = Картон, който не можете да отворите
present =
    { $count ->
        [one] { $names } е тук
       *[other] { $names } са тук
    }
turns = навършва { $years }
phone-not-understood = Проверете номера
someone = Някой
changed-this-to = промени това на
keep-mine = Моето да остане
take-theirs = Другото да остане

## Формуляри

form-errors = Първо поправете това
help-date = Например 22 ноември, утре или 22.11.2026
help-date-time = Например утре 14:30
help-tags = Разделяйте етикетите със запетаи
search-in = { $name }: търсене по име
add-to = Добавяне на още
remove-from = Премахване: { $name }
create-anyway = Създаване въпреки това
duplicate-is-here = вече е тук:
duplicate-email = същият имейл адрес { $value }
duplicate-phone = същият телефонен номер { $value }

## Свързани картони

related = Свързани картони
link-add = Добавяне на връзка: { $name }
link-kind = Връзка
link-role = Роля
link-started = От
link-ended = До
link-date-help = Година, месец или ден: 2024, 2024-05 или 2024-05-17
link-remove = Премахване на връзката
since = от { $date }

## Търсене

search-recent = Последно разгледани
search-cards = Намерени
search-commands = Действия
search-nothing = Нищо не е намерено за „{ $typed }“

## Какво е направено

toast-created = Създадено: { $name }
toast-saved = Запазено: { $name }
toast-trashed = Преместено в кошчето: { $name }
toast-trashed-count =
    { $count ->
        [one] { $count } запис е преместен в кошчето
       *[other] { $count } записа са преместени в кошчето
    }
toast-restored = Възстановено: { $name }
toast-photo = Снимката е запазена
toast-linked = Връзката е добавена
toast-link-changed = Връзката е променена
toast-unlinked = Връзката е премахната
toast-undo-begun = Отменя се на заден план
toast-undone = Отменено
toast-undone-partly =
    { $count ->
        [one] Отменено без { $count } нещо, което после пак е променено
       *[other] Отменено без { $count } неща, които после пак са променени
    }

## Когато нещо се обърка

sign-in-first = Първо влезте в профила си.
error-what-now = Върнете се и опитайте друго или отидете на началната страница.
error-home = Към началната страница
error-number = Номер на грешката, за администратора:
