### Her alanın kullandığı sözcükler, zamanlar ve hatalar.

## Eylemler

save = Kaydet
cancel = Vazgeç
undo = Geri al
delete = Sil
restore = Geri yükle
edit = Düzenle
add = Ekle
remove = Kaldır
close = Kapat
open = Aç
search = Ara
new = Yeni
back = Geri
next = Sonraki
previous = Önceki
more = Diğer
show-more = Daha fazla göster
copy = Kopyala
clear = Temizle
done = Bitti

## Yanıtlar

yes = Evet
no = Hayır
none = Yok
all = Tümü
optional = İsteğe bağlı

## Günler ve saatler

today = Bugün
yesterday = Dün
tomorrow = Yarın
today-at = Bugün { $time }
yesterday-at = Dün { $time }
tomorrow-at = Yarın { $time }
just-now = Az önce
minutes-ago = { NUMBER($count) } dk. önce
in-minutes = { NUMBER($count) } dk. sonra
days-ago = { NUMBER($count) } gün önce
in-days = { NUMBER($count) } gün sonra
count-seconds = { NUMBER($count) } sn.
count-minutes = { NUMBER($count) } dk.
count-hours = { NUMBER($count) } sa.
count-days = { NUMBER($count) } gün

## Yanlış gidenler

not-found = Burada bir şey yok ya da erişiminiz yok.
denied = Bunun için izniniz yok. İzni bir yönetici verebilir.
conflict = Bu arada başka biri bunu değiştirdi. Sayfayı yenileyip tekrar deneyin.
too-many-attempts = Çok fazla deneme yapıldı. Birkaç dakika bekleyip tekrar deneyin.
internal-error = Bizim tarafımızda bir şey bozuldu. Tekrar deneyin; düzelmezse yöneticinize haber verin.
required = Bu alanı doldurun
not-a-number = Bir sayı girin
not-a-date = Bir tarih girin, örneğin 22 Kasım veya yarın
not-a-time = Bir saat girin, örneğin 14:30
not-an-email = Bir e-posta adresi girin, örneğin ad@example.com
not-a-phone = Bir telefon numarası girin, örneğin +90 212 123 45 67
not-an-amount = Bir tutar girin, örneğin 1250
not-a-choice = Listeden birini seçin
not-a-link = https:// ile başlayan bir bağlantı girin
too-long = En fazla { NUMBER($max) } karakter kullanın
