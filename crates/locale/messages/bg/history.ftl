### История и кошче: какво е направено, от кого, и пътят обратно.

history-lead = Всичко, което е направено, най-новото отгоре. Всяка стъпка може да се отмени, дори седмици по-късно.
history-none = Още нищо не е променяно.
history-newest = Най-нови
history-older = По-стари
history-when = Кога
history-what = Какво
history-who = Кой
history-through = Чрез
history-changes = Промени
history-undone = Отменено
history-undone-by = Какво отмени това
history-undoes = Какво отмени тази стъпка
history-count =
    { $count ->
        [one] { $count } промяна
       *[other] { $count } промени
    }
history-part-of =
    { $count ->
        [one] Част от { $count } промяна
       *[other] Част от { $count } промени
    }
history-set-empty = Тази стъпка не е променила нито един картон.
history-card = Картон
history-several = няколко картона
history-nothing = нищо
history-became = стана
history-of = История на { $name }
history-as-it-was = Както беше на
history-show = Показване
history-as-it-was-on = Както беше на { $day }
history-was-not = Този картон още не е съществувал.
history-was-trashed = В този ден е бил в кошчето.

## Какво се случи с един картон

change-kind-created = Създаден
change-kind-edited = Редактиран
change-kind-trashed = Преместен в кошчето
change-kind-restored = Възстановен от кошчето
change-kind-linked = Свързан
change-kind-unlinked = Връзката е премахната

## Какво направи някой наведнъж

change-created = Създаване: { $subject }
change-edited = Редакция: { $subject }
change-trashed = Преместване в кошчето: { $subject }
change-restored = Възстановяване: { $subject }
change-linked = Свързване: { $subject }
change-unlinked = Премахване на връзка: { $subject }
change-undone = Отмяна: { $subject }
change-redone = Повторение: { $subject }
change-imported = Импорт: { $subject }
change-logged = Записване при { $subject }
change-commented = Коментар към { $subject }
change-task-done = Приключване: { $subject }
change-snoozed = Отлагане: { $subject }
change-photo = Смяна на снимката: { $subject }

## Чрез какво

through-page = Kartotek
through-import = Импорт
through-cli = Команден ред
through-api = Програма
through-mcp = Асистент
through-job = Фонова работа
through-system = Самият Kartotek
through-undo = Отмяна

## Кошче

trash-lead = Изтритите картони остават тук с всичко по тях, докато бъдат възстановени.
trash-empty-title = Кошчето е празно
trash-empty-text = Картоните, които някой изтрие, чакат тук и могат да се възстановят изцяло.
trash-kinds = Видове картони
trash-when = Изтрит
