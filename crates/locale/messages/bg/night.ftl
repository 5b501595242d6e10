# Cards that are merged at night without asking.
duplicates-merged = Слети през нощта
duplicates-merged-title = Слети през нощта
duplicates-merged-lead = Тези картони със сигурност бяха едни и същи, затова бяха слети без питане. Което върнете, не се слива отново.
duplicates-merged-into =
    { $count ->
        [one] Един картон стана част от него · { $when }
       *[other] { $count } картона станаха част от него · { $when }
    }
duplicates-undo-all = Връщане на всички
toast-duplicates-undoing = Сливанията се връщат
duplicates-nights-undone =
    { $count ->
        [one] Едно сливане е върнато
       *[other] { $count } сливания са върнати
    }
job-records-undo-nights = Връщане на слетите през нощта
duplicates-scanned-merged = Сравнени { $cards } картона, { $pairs } двойки може да са едно и също; слети { $merged }
duplicates-at-night = Картони, които със сигурност са едни и същи
duplicates-at-night-help = Картоните се сравняват всяка нощ. Слетите стоят една седмица на страницата „Дубликати“ и могат да се върнат; картони на различни собственици никога не се сливат без питане.
duplicates-at-night-ask = Да се пита някой
duplicates-at-night-merge = Да се сливат през нощта

# Rows of a file that are like cards.
import-match-likeness = Прилика: което със сигурност е същото
import-alike = може да е същото като друг картон
