# Сливане на картони, които са един и същ.
merge = Сливане
merge-with-another = Сливане с друг картон
merge-with = Кой картон е същият като { $name }?
merge-with-lead = Изберете го тук или го потърсете. Нищо не се случва, преди да видите двата един до друг.
merge-none-alike = Няма картон, който да прилича на този. Потърсете го по-горе.
merge-title =
    { $count ->
        [one] Сливане на { $count } картон
       *[other] Сливане на { $count } картона
    }
merge-lead = Изберете какво да остане. Всичко, което се е случило с всеки от тях, се премества, а сливането може да се отмени по всяко време.
merge-cards =
    { $count ->
        [one] Слей { $count } картон
       *[other] Слей { $count } картона
    }
merge-stays = Остава
merge-side-by-side = Картоните един до друг
merge-created = Създаден на { $date }
merge-keep-all = Запази всички
merge-nothing-differs = Картоните се различават само по това, което единият е оставил празно.
merge-comes-along = Премества се
merge-counts =
    { $talks ->
        [one] { $talks } разговор
       *[other] { $talks } разговора
    }, { $links ->
        [one] { $links } връзка
       *[other] { $links } връзки
    }
merge-into = Слят с { $name }
merge-undo = Отмени сливането
merge-needs-two = Изберете поне два картона, за да ги слеете.
merge-in-trash = { $name } е в кошчето. Първо го възстановете, после слейте.
merge-already-merged = { $name } междувременно е слят с друг картон. Отворете списъка отново.
merge-changed-meanwhile = { $who } междувременно промени { $name }: { $fields }. Нищо не е слято; погледнете картоните отново.
record-is-merged = Този картон е слят с друг. Отменете сливането, за да го върнете.
toast-merged =
    { $count ->
        [one] { $count } картон стана { $name }
       *[other] { $count } картона станаха { $name }
    }
change-merged = Сливане в { $subject }
change-kind-merged = Слят с
change-kind-absorbed = Слят в
change-kind-parted = Отново отделен от
change-kind-moved = Вече води към друг картон
change-kind-folded = Обединена с връзка, която казва същото
timeline-merged = { $who } сля други картони с този
timeline-absorbed = { $who } сля картона с този
timeline-moved = { $who } сля картони и това промени връзка
