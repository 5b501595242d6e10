### Помощникът за импортиране.

## Стъпки

import-steps = Стъпки на импортирането
import-step-file = Файл
import-step-understood = Какво разбрахме
import-step-columns = Колони
import-step-try = Проба
import-step-result = Резултат

## Файлът

import-drop = Пуснете файл тук или изберете
import-drop-kinds = Excel (XLSX), CSV, TSV или vCard от всеки адресник или CRM, до 2 GB
import-drop-promise = Нищо не се записва, преди да видите какво ще стане.
import-template = Или първо попълнете празна работна книга:
import-read-file = Прочитане на файла
import-no-file = Изберете файл
import-empty-file = Файлът е празен. Изберете друг.
import-other-file = Друг файл
import-another-file = Импортиране на друг файл
import-earlier = Предишни импортирания
import-file = Файл
import-what-happened = Какво стана
import-by = импортирано от { $name }
import-state-mapping = Незапочнато
import-state-dry-run = Брои се
import-state-running = Върви
import-state-done = Готово
import-state-failed = Неуспешно
import-state-undone = Отменено
import-state-cancelled = Спряно
import-count-created = { $count } създадени
import-count-updated = { $count } обновени
import-count-unchanged = { $count } непроменени
import-count-rejected = { $count } отхвърлени

## Какво разбрахме

import-about = около { $rows }
import-rows =
    { $count ->
        [one] { $count } ред
       *[other] { $count } реда
    }
import-cards =
    { $count ->
        [one] { $count } картон
       *[other] { $count } картона
    }
import-from-program = Файлът е експортиран от { $program }. Колоните му са познати.
import-encoding = Кодировка
import-separator = Разделител
import-sheet = Лист
import-sheet-hidden = скрит
import-comma = Запетая
import-semicolon = Точка и запетая
import-bar = Отвесна черта
import-tab = Табулация
import-first-row = Първи ред
import-first-row-names = Имена на колоните
import-first-row-card = Вече картон
import-each-row = Всеки ред е
import-column = Колона във файла
import-column-number = Колона { $number }
import-samples = Примери
import-beginning = Начало на файла
import-more-columns =
    { $count ->
        [one] И още { $count } колона
       *[other] И още { $count } колони
    }
import-to-columns = Съпоставяне на колоните
import-read-again = Прочитане отново
import-no-rows = Във файла няма редове. Проверете разделителя и първия ред или изберете друг файл.
import-no-cards = Във файла няма картони. Изберете друг файл.
import-cards-understood = Първите картони във файла:
import-script-western = Западна Европа
import-script-turkish = турски
import-script-cyrillic = кирилица
import-script-central-european = Централна Европа
import-script-greek = гръцки
import-script-hebrew = иврит
import-script-arabic = арабски
import-script-baltic = балтийски
import-script-chinese = китайски
import-script-chinese-traditional = традиционен китайски
import-script-japanese = японски
import-script-korean = корейски

## Колони

import-goes-to = Отива в
import-column-goes-to = { $column } отива в
import-note = Бележка
import-leave-out = Пропускане
import-left-out = Пропусната
import-empty-columns =
    { $count ->
        [one] { $count } колона е празна в началото на файла
       *[other] { $count } колони са празни в началото на файла
    }
import-other-targets = Друго
import-related = Свързан човек
import-related-role = Роля на свързания човек
import-labelled = като „{ $label }“
import-several-values = няколко стойности, разделени с { $mark }
import-cells-of-errors =
    { $count ->
        [one] { $count } клетка съдържа { $error } и се брои за празна
       *[other] { $count } клетки съдържат { $error } и се броят за празни
    }
import-yes-means = „да“ значи: { $meaning }
import-written = начин на писане
import-written-as-found = Открива се само
import-day-first = ден, месец, година
import-month-first = месец, ден, година
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = Проверете реда
import-mode = Какво прави импортирането
import-mode-both = Създаване на нови картони и обновяване на познатите
import-mode-both-note = Празното във файла остава, както е.
import-mode-create = Само създаване на нови картони
import-mode-create-note = Каквото вече е тук, се пропуска.
import-mode-update = Само обновяване на познати картони
import-mode-update-note = Каквото още не е тук, се пропуска.
import-match = Познатите картони се разпознават по
import-match-help = Важи първото съвпадение. Ако нищо не е избрано, всичко става нови картони.
import-try = Проба без запис

## Проба

import-nothing-saved = още нищо не е записано
import-whole-file = Целият файл
import-counting = Брои се какво ще стане
import-stop-counting = Спиране на броенето
import-count-whole-file = Преброяване на целия файл
import-done-of = { $done } от { $total }
import-would-happen = Какво ще стане
import-created = създадени
import-updated = обновени
import-unchanged = непроменени
import-skipped = пропуснати
import-rejected = отхвърлени
import-named = създадени свързани картони
import-nothing-to-do = Всички картони вече са като във файла или нито един ред не може да се приеме. Няма какво да се импортира.
import-start = Започване на импортирането
import-start-count =
    { $count ->
        [one] Импортиране на { $count } картон
       *[other] Импортиране на { $count } картона
    }
import-discard = Отказ и изтриване
import-discarded = Импортирането е изтрито
import-row-by-row = Ред по ред
import-line = Ред
import-row-number = Ред
import-what-happens = Какво става
import-create = Създаване
import-update = Обновяване
import-same = Без промяна
import-skip = Пропускане
import-reject = Отхвърляне
import-no-match = Още няма такъв картон
import-changes = Променя: { $fields }
import-same-why = Всичко вече е на картона
import-skip-why = Не е поискано
import-card-of-this-file = Картон от по-горен ред
import-first-rows-only =
    { $count ->
        [one] Показан е само първият ред.
       *[other] Показани са само първите { $count } реда.
    }

## Докато върви

import-progress = Напредък
import-waiting = Изчаква се друга работа да приключи
import-beginning-to-read = Файлът се чете
import-linking = Картоните се свързват
import-rate = { $count } в секунда
import-left = остават { $time }
import-may-close = Може да затворите страницата. Работата продължава.
import-stop = Спиране
import-stopping = Спира се

## Резултат

import-are-in =
    { $count ->
        [one] { $count } картон е вътре.
       *[other] { $count } картона са вътре.
    }
import-took = Отне { $time }.
import-can-be-undone = Цялото внасяне може да се отмени.
import-was-undone = Импортирането е отменено. Промененото от други след това е запазено.
import-was-discarded = Импортирането е изтрито, преди да започне.
import-was-stopped = Импортирането е спряно. Импортираното дотогава е тук и може да се отмени.
import-has-failed = Импортирането спря заради грешка. Импортираното дотогава е тук и може да се отмени.
import-taking-back = Импортирането се отменя
import-see-cards = Към картоните
import-rejected-rows =
    { $count ->
        [one] { $count } отхвърлен ред
       *[other] { $count } отхвърлени реда
    }
import-rejected-file = отхвърлени
import-undo = Отмяна на импортирането
