# Aynı olan kartların birleştirilmesi.
merge = Birleştir
merge-with-another = Başka bir kartla birleştir
merge-with = { $name } ile aynı olan kart hangisi?
merge-with-lead = Buradan seçin ya da arayın. İkisini yan yana görmeden hiçbir şey olmaz.
merge-none-alike = Buna benzeyen bir kart yok. Yukarıda arayın.
merge-title =
    { $count ->
        [one] { $count } kartı birleştir
       *[other] { $count } kartı birleştir
    }
merge-lead = Neyin kalacağını seçin. Her birinde olup biten her şey birlikte taşınır; birleştirme istenildiği zaman geri alınabilir.
merge-cards =
    { $count ->
        [one] { $count } kartı birleştir
       *[other] { $count } kartı birleştir
    }
merge-stays = Kalacak kart
merge-side-by-side = Kartlar yan yana
merge-created = Oluşturulma: { $date }
merge-keep-all = Hepsini tut
merge-nothing-differs = Kartlar yalnızca birinin boş bıraktığı alanlarda farklı.
merge-comes-along = Birlikte taşınır
merge-counts =
    { $talks ->
        [one] { $talks } görüşme
       *[other] { $talks } görüşme
    }, { $links ->
        [one] { $links } ilişki
       *[other] { $links } ilişki
    }
merge-into = { $name } kartıyla birleştirildi
merge-undo = Birleştirmeyi geri al
merge-needs-two = Birleştirmek için en az iki kart seçin.
merge-in-trash = { $name } çöp kutusunda. Önce geri yükleyin, sonra birleştirin.
merge-already-merged = { $name } bu arada başka bir kartla birleştirildi. Listeyi yeniden açın.
merge-changed-meanwhile = { $who } bu arada { $name } kartını değiştirdi: { $fields }. Hiçbir şey birleştirilmedi; kartlara yeniden bakın.
record-is-merged = Bu kart başka bir kartla birleştirildi. Geri almak için birleştirmeyi geri alın.
toast-merged =
    { $count ->
        [one] { $count } kart { $name } oldu
       *[other] { $count } kart { $name } oldu
    }
change-merged = { $subject } kartında birleştirildi
change-kind-merged = Birleştirildiği kartlar
change-kind-absorbed = İçinde birleştirildiği kart
change-kind-parted = Yeniden ayrıldığı kart
change-kind-moved = Artık başka bir karta götürüyor
change-kind-folded = Aynısını söyleyen bir ilişkiyle birleşti
timeline-merged = { $who } başka kartları bununla birleştirdi
timeline-absorbed = { $who } kartı bununla birleştirdi
timeline-moved = { $who } kartları birleştirdi; bir ilişki değişti
