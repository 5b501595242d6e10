# Cards that are merged at night without asking.
duplicates-merged = Gece birleştirilenler
duplicates-merged-title = Gece birleştirilenler
duplicates-merged-lead = Bu kartlar kesinlikle aynıydı, bu yüzden sorulmadan birleştirildi. Geri aldıklarınız yeniden birleştirilmez.
duplicates-merged-into =
    { $count ->
        [one] Bir kart ona katıldı · { $when }
       *[other] { $count } kart ona katıldı · { $when }
    }
duplicates-undo-all = Tümünü geri al
toast-duplicates-undoing = Birleştirmeler geri alınıyor
duplicates-nights-undone =
    { $count ->
        [one] Bir birleştirme geri alındı
       *[other] { $count } birleştirme geri alındı
    }
job-records-undo-nights = Gece birleştirilenleri geri al
duplicates-scanned-merged = { $cards } kart karşılaştırıldı, { $pairs } çift aynı olabilir; { $merged } birleştirildi
duplicates-at-night = Kesinlikle aynı olan kartlar
duplicates-at-night-help = Kartlar her gece karşılaştırılır. Birleştirilenler bir hafta boyunca Yinelenenler sayfasında durur ve geri alınabilir; sahipleri farklı kartlar asla sorulmadan birleştirilmez.
duplicates-at-night-ask = Birine sor
duplicates-at-night-merge = Gece birleştir

# Rows of a file that are like cards.
import-match-likeness = Benzerlik: kesinlikle aynı olan
import-alike = başka bir kartla aynı olabilir
