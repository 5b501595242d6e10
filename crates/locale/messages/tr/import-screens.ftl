### İçe aktarma sihirbazı.

## Adımlar

import-steps = İçe aktarmanın adımları
import-step-file = Dosya
import-step-understood = Anladıklarımız
import-step-columns = Sütunlar
import-step-try = Deneme
import-step-result = Sonuç

## Dosya

import-drop = Dosyayı buraya bırakın veya seçin
import-drop-kinds = Herhangi bir adres defterinden veya CRM’den Excel (XLSX), CSV, TSV ya da vCard, en çok 2 GB
import-drop-promise = Ne olacağını görmeden hiçbir şey kaydedilmez.
import-template = Ya da önce boş bir çalışma kitabı doldurun:
import-read-file = Dosyayı oku
import-no-file = Bir dosya seçin
import-empty-file = Bu dosya boş. Başka bir dosya seçin.
import-other-file = Başka dosya
import-another-file = Başka bir dosya içe aktar
import-earlier = Önceki içe aktarmalar
import-file = Dosya
import-what-happened = Ne oldu
import-by = içe aktaran: { $name }
import-state-mapping = Başlamadı
import-state-dry-run = Sayılıyor
import-state-running = Sürüyor
import-state-done = Bitti
import-state-failed = Başarısız
import-state-undone = Geri alındı
import-state-cancelled = Durduruldu
import-count-created = { $count } oluşturuldu
import-count-updated = { $count } güncellendi
import-count-unchanged = { $count } değişmedi
import-count-rejected = { $count } reddedildi

## Anladıklarımız

import-about = yaklaşık { $rows }
import-rows =
    { $count ->
        [one] { $count } satır
       *[other] { $count } satır
    }
import-cards =
    { $count ->
        [one] { $count } kart
       *[other] { $count } kart
    }
import-from-program = Bu dosya { $program } programından dışa aktarılmış. Sütunları tanıyoruz.
import-encoding = Kodlama
import-separator = Ayırıcı
import-sheet = Sayfa
import-sheet-hidden = gizli
import-comma = Virgül
import-semicolon = Noktalı virgül
import-bar = Dikey çizgi
import-tab = Sekme
import-first-row = İlk satır
import-first-row-names = Sütunların adları
import-first-row-card = Bir kart
import-each-row = Her satır bir
import-column = Dosyadaki sütun
import-column-number = { $number }. sütun
import-samples = Örnekler
import-beginning = Dosyanın başı
import-more-columns =
    { $count ->
        [one] Ve { $count } sütun daha
       *[other] Ve { $count } sütun daha
    }
import-to-columns = Sütunları eşleştir
import-read-again = Dosyayı yeniden oku
import-no-rows = Bu dosyada satır yok. Ayırıcıyı ve ilk satırı denetleyin veya başka bir dosya seçin.
import-no-cards = Bu dosyada kart yok. Başka bir dosya seçin.
import-cards-understood = Dosyadaki ilk kartlar:
import-script-western = Batı Avrupa
import-script-turkish = Türkçe
import-script-cyrillic = Kiril
import-script-central-european = Orta Avrupa
import-script-greek = Yunanca
import-script-hebrew = İbranice
import-script-arabic = Arapça
import-script-baltic = Baltık
import-script-chinese = Çince
import-script-chinese-traditional = geleneksel Çince
import-script-japanese = Japonca
import-script-korean = Korece

## Sütunlar

import-goes-to = Hedef
import-column-goes-to = { $column } sütununun hedefi
import-note = Not
import-leave-out = Alma
import-left-out = Alınmıyor
import-empty-columns =
    { $count ->
        [one] { $count } sütun dosyanın başında boş
       *[other] { $count } sütun dosyanın başında boş
    }
import-other-targets = Diğer
import-related = İlişkili kişi
import-related-role = İlişkili kişinin rolü
import-labelled = “{ $label }” olarak
import-several-values = { $mark } ile ayrılmış birden çok değer
import-cells-of-errors =
    { $count ->
        [one] { $count } hücrede { $error } var ve boş sayılıyor
       *[other] { $count } hücrede { $error } var ve boş sayılıyor
    }
import-yes-means = evet şu demek: { $meaning }
import-written = yazılış
import-written-as-found = Kendin bul
import-day-first = gün, ay, yıl
import-month-first = ay, gün, yıl
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = Sırayı denetleyin
import-mode = İçe aktarma ne yapsın
import-mode-both = Yeni kartları oluştur, bilinenleri güncelle
import-mode-both-note = Dosyada boş olan, olduğu gibi kalır.
import-mode-create = Yalnızca yeni kart oluştur
import-mode-create-note = Zaten burada olanlar atlanır.
import-mode-update = Yalnızca bilinen kartları güncelle
import-mode-update-note = Henüz burada olmayanlar atlanır.
import-match = Bilinen kartları şu bilgiden tanı
import-match-help = İlk uyan geçerlidir. Hiçbiri seçilmezse her şey yeni kart olur.
import-try = Kaydetmeden dene

## Deneme

import-nothing-saved = henüz hiçbir şey kaydedilmedi
import-whole-file = Dosyanın tamamı
import-counting = Ne olacağı sayılıyor
import-stop-counting = Saymayı durdur
import-count-whole-file = Bütün dosyayı say
import-done-of = { $done } / { $total }
import-would-happen = Ne olacak
import-created = oluşturulan
import-updated = güncellenen
import-unchanged = değişmeyen
import-skipped = atlanan
import-rejected = reddedilen
import-named = ilişkili yeni kart
import-nothing-to-do = Kartların hepsi zaten dosyadaki gibi ya da hiçbir satır alınamıyor. İçe aktarılacak bir şey yok.
import-start = İçe aktarmayı başlat
import-start-count =
    { $count ->
        [one] { $count } kartı içe aktar
       *[other] { $count } kartı içe aktar
    }
import-discard = Vazgeç ve sil
import-discarded = İçe aktarma silindi
import-row-by-row = Satır satır
import-line = Satır
import-row-number = Satır
import-what-happens = Ne olacak
import-create = Oluştur
import-update = Güncelle
import-same = Değişmez
import-skip = Atla
import-reject = Reddet
import-no-match = Böyle bir kart henüz yok
import-changes = Değişen: { $fields }
import-same-why = Hepsi kartta zaten var
import-skip-why = İstenmedi
import-card-of-this-file = Önceki bir satırın kartı
import-first-rows-only =
    { $count ->
        [one] Yalnızca ilk satır gösteriliyor.
       *[other] Yalnızca ilk { $count } satır gösteriliyor.
    }

## Sürerken

import-progress = İlerleme
import-waiting = Başka bir işin bitmesi bekleniyor
import-beginning-to-read = Dosya okunuyor
import-linking = Kartlar ilişkilendiriliyor
import-rate = saniyede { $count }
import-left = { $time } kaldı
import-may-close = Bu sayfayı kapatabilirsiniz. İş sürer.
import-stop = Durdur
import-stopping = Durduruluyor

## Sonuç

import-are-in =
    { $count ->
        [one] { $count } kart içeride.
       *[other] { $count } kart içeride.
    }
import-took = { $time } sürdü.
import-can-be-undone = İçe aktarmanın tamamı geri alınabilir.
import-was-undone = Bu içe aktarma geri alındı. Sonradan başkalarının değiştirdikleri olduğu gibi kaldı.
import-was-discarded = Bu içe aktarma başlamadan silindi.
import-was-stopped = Bu içe aktarma durduruldu. O ana kadar gelenler burada ve geri alınabilir.
import-has-failed = Bu içe aktarma bir hata yüzünden durdu. O ana kadar gelenler burada ve geri alınabilir.
import-taking-back = İçe aktarma geri alınıyor
import-see-cards = Kartları gör
import-rejected-rows =
    { $count ->
        [one] Reddedilen { $count } satır
       *[other] Reddedilen { $count } satır
    }
import-rejected-file = reddedilenler
import-undo = İçe aktarmayı geri al
