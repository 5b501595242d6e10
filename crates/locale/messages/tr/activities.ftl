### Notlar, görüşmeler, görevler, zaman çizelgesi ve Bugün.

note = Not
note-many = Notlar
new-note = Yeni not
create-note = Not oluştur
empty-note = Henüz not yok
empty-note-text = Not, bir kişi, şirket veya hane hakkında hatırlamak istediğinizi saklar. Kartın üzerine yazın; tüm notlar burada toplanır.
call = Görüşme
call-many = Görüşmeler
new-call = Yeni görüşme
create-call = Görüşme oluştur
empty-call = Henüz görüşme yok
empty-call-text = Görüşme, kimin kiminle konuştuğunu ve sonucunu saklar; böylece kimse iki kez aranmaz. Kartın üzerine yazın; tüm görüşmeler burada toplanır.
task = Görev
task-many = Görevler
new-task = Yeni görev
create-task = Görev oluştur
empty-task = Henüz görev yok
empty-task-text = Görev, kendiniz veya bir iş arkadaşınız için günü belli bir sözdür. Zamanı gelince Bugün sayfasında görünür; böylece hiçbir şey unutulmaz.

## Not alanları

note-text = Metin
note-about = Kart
note-at = Zaman
note-owner = Yazan
note-pinned = Üste sabitlendi

## Görüşme alanları

call-text = Konuşulanlar
call-about = Kart
call-direction = Yön
call-outcome = Sonuç
call-number = Numara
call-duration = Süre (saniye)
call-call-back-at = Geri arama zamanı
call-at = Zaman
call-owner = Görüşen
call-despite = Uyarıya rağmen arandı
call-back-needs-a-time = Ne zaman geri aranacağını girin

## Görev alanları

task-subject = Görev
task-kind = Tür
task-about = Kart
task-due-at = Son tarih
task-priority = Öncelik
task-assignee = Görevli
task-repeat = Tekrar
task-number = Numara
task-text = Ayrıntılar
task-done-at = Bitti
task-open-at = Açık kaldığı zaman
task-at = Zaman
task-owner = Oluşturan
task-call-back = Geri ara: { $name }
not-a-repeat-rule = Bu tekrar kuralı okunamıyor. FREQ=WEEKLY gibi bir kural kullanın.
repeat-needs-a-day = Tekrarlanabilmesi için son tarihi girin

## Seçenekler

direction-out = Giden
direction-in = Gelen
outcome-reached = Ulaşıldı
outcome-not-reached = Ulaşılamadı
outcome-call-back = Geri aranacak
outcome-not-interested = İlgilenmiyor
outcome-do-not-call = Bir daha aranmayacak
priority-high = Yüksek
priority-normal = Normal
priority-low = Düşük
task-kind-task = Görev
task-kind-call-back = Geri arama
repeat-never = Tekrarlanmaz
repeat-daily = Her gün
repeat-weekdays = Her iş günü
repeat-weekly = Her hafta
repeat-fortnightly = İki haftada bir
repeat-monthly = Her ay
repeat-quarterly = Üç ayda bir
repeat-yearly = Her yıl

## Not düşme

composer = Ne olduğunu yazın
note-what = Hatırlamaya değer ne var?
call-what = Ne konuşuldu?
call-minutes = Dakika
save-note = Notu kaydet
save-call = Görüşmeyi kaydet
save-task = Görev ekle
toast-note = Not kaydedildi
toast-call = Görüşme kaydedildi
toast-task = Görev eklendi
later = Sonra
later-hour = Bir saat sonra
later-week = Gelecek hafta
toast-task-done = Görev bitti
toast-snoozed = Görev ertelendi

## Zaman çizelgesi

timeline = Zaman çizelgesi
timeline-next = Sırada
timeline-empty = Henüz bir şey olmadı. Bir not, görüşme veya görev yazın.
timeline-created = { $who } bu kartı oluşturdu
timeline-edited = { $who } şunları değiştirdi: { $fields }
timeline-trashed = { $who } bu kartı çöp kutusuna taşıdı
timeline-restored = { $who } bu kartı geri yükledi
timeline-linked = { $who } bir ilişki ekledi
timeline-unlinked = { $who } bir ilişkiyi kaldırdı
timeline-relinked = { $who } bir ilişkiyi değiştirdi
undone = geri alındı
a-card = bir kart
wrote-note = not yazdı
called = aradı
was-called = arandı
did-task = bitirdi:

## Bugün

today-count = { NUMBER($count) } iş var
today-due = Yapılacaklar
today-nothing = Yapılacak bir şey yok
today-nothing-text = Görevler ve geri aramalar zamanı gelince burada görünür.
today-left-alone = Rahatsız edilmek istemeyenlere verilen { $count } söz gösterilmiyor.
today-order = Sıralama
today-by-time = Zaman
today-by-worth = Değer
today-at-stake = Açık anlaşmalar
today-more = { $count } öğeden ilk { $shown } tanesi gösteriliyor.
today-show-all = Tümünü göster
today-ahead = Önümüzdeki yedi gün
today-birthdays = Doğum günleri
today-no-birthdays = Bu hafta doğum günü yok
today-nothing-seen = Açtığınız kartlar burada görünür
