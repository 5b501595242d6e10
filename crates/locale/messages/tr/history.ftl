### Geçmiş ve çöp kutusu: ne yapıldı, kim yaptı ve geri dönüş yolu.

history-lead = Yapılan her şey, en yenisi üstte. Her adım haftalar sonra bile geri alınabilir.
history-none = Henüz hiçbir şey değiştirilmedi.
history-newest = En yeniler
history-older = Daha eski
history-when = Ne zaman
history-what = Ne
history-who = Kim
history-through = Nereden
history-changes = Değişiklikler
history-undone = Geri alındı
history-undone-by = Bunu geri alan adım
history-undoes = Bunun geri aldığı adım
history-count =
    { $count ->
        [one] { $count } değişiklik
       *[other] { $count } değişiklik
    }
history-part-of =
    { $count ->
        [one] { $count } değişikliğin parçası
       *[other] { $count } değişikliğin parçası
    }
history-set-empty = Bu adım hiçbir kartı değiştirmedi.
history-card = Kart
history-several = birden çok kart
history-nothing = boş
history-became = şu oldu
history-of = Geçmiş: { $name }
history-as-it-was = O günkü hâli
history-show = Göster
history-as-it-was-on = { $day } günkü hâli
history-was-not = Bu kart o gün henüz yoktu.
history-was-trashed = O gün çöp kutusundaydı.

## Bir karta ne oldu

change-kind-created = Oluşturuldu
change-kind-edited = Düzenlendi
change-kind-trashed = Çöp kutusuna taşındı
change-kind-restored = Çöp kutusundan geri yüklendi
change-kind-linked = Bağlandı
change-kind-unlinked = Bağlantısı kaldırıldı

## Birinin tek seferde yaptığı

change-created = Oluşturuldu: { $subject }
change-edited = Düzenlendi: { $subject }
change-trashed = Çöp kutusuna taşındı: { $subject }
change-restored = Geri yüklendi: { $subject }
change-linked = Bağlandı: { $subject }
change-unlinked = Bağlantısı kaldırıldı: { $subject }
change-undone = Geri alındı: { $subject }
change-redone = Yinelendi: { $subject }
change-imported = İçe aktarıldı: { $subject }
change-logged = Kaydedildi: { $subject }
change-commented = Yorum yapıldı: { $subject }
change-task-done = Tamamlandı: { $subject }
change-snoozed = Ertelendi: { $subject }
change-photo = Fotoğrafı değiştirildi: { $subject }

## Nereden

through-page = Kartotek
through-import = İçe aktarma
through-cli = Komut satırı
through-api = Program
through-mcp = Asistan
through-job = Arka plan işi
through-system = Kartotek’in kendisi
through-undo = Geri alma

## Çöp kutusu

trash-lead = Silinen kartlar, üzerlerindeki her şeyle birlikte, geri yüklenene kadar burada kalır.
trash-empty-title = Çöp kutusu boş
trash-empty-text = Silinen kartlar burada bekler ve eksiksiz geri yüklenebilir.
trash-kinds = Kart türleri
trash-when = Silinme
