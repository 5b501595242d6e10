### Her kart türünün ortak çerçevesi, listeleri, kartları ve formları.

## Yol bulma

nav-today = Bugün
nav-search = Ara
nav-new = Yeni
nav-cards = Kartlar
nav-more = Diğer
nav-import = İçe aktar
nav-history = Geçmiş
nav-trash = Çöp kutusu
nav-settings = Ayarlar
shell-skip = İçeriğe geç
shell-navigation = Ana menü
shell-bar = Hızlı menü
shell-search-or-do = Ara veya bir şey yap
shell-results = Sonuçlar
shell-choose = seç
shell-open = aç
shell-in-new-tab = yeni sekmede
shell-narrow-sidebar = Dar kenar çubuğu
shell-sidebar-width = Dar veya geniş kenar çubuğu
shell-shortcuts = Klavye kısayolları
shell-offline = Bağlantı yok. Yazdıklarınız burada duruyor; bağlantı gelince tekrar deneyin.
shell-failed = Olmadı, hiçbir şey değişmedi. Tekrar deneyin.
shortcuts-anywhere = Her yerde
shortcuts-list = Listelerde
shortcut-search = Ara
shortcut-new = Yeni kart veya görev
shortcut-shortcuts = Kısayolları göster
shortcut-move = Aşağı ve yukarı git
shortcut-open = Aç
shortcut-peek = Önizle
shortcut-select = Seç
shortcut-widths = Sütun genişliği, başlıkta
crumbs = Buradasınız

## Listeler

views = Görünümler
view-all = Tümü
view-mine = Benimkiler
view-silent = 30 gündür görüşülmeyenler
view-birthdays = Önümüzdeki 30 günün doğum günleri
find-in-list = Listede ara
list-nothing-found = Bir şey bulunamadı
list-nothing-found-text = Burada aramaya ve filtrelere uyan bir şey yok. Birini kaldırın veya tümünü gösterin.
show-all = Tümünü göster
peek = Önizleme
select = Seç
select-all = Tümünü seç
select-first = Önce en az bir satır seçin.
selected-count-text = # seçili
export-xlsx = Excel (XLSX) olarak dışa aktar
export-csv = CSV olarak dışa aktar
export-vcard = vCard olarak dışa aktar

## Filtreler

filter = Filtrele
filters = Arama ve filtreler
filter-remove = Bu koşulu kaldır
filter-where = Sağlansın:
filter-joint = Hangi koşullar sağlanmalı
filter-all = tüm koşullar
filter-any = koşullardan herhangi biri
filter-add = Koşul ekle
filter-show = Sonuçları göster
filter-field = Alan
filter-choose = Bir alan seçin
filter-comparison = Karşılaştırma
filter-value = Değer
filter-day-help = örneğin bugün veya 22 Kasım
or = veya
me = ben
op-is = şu:
op-is-not = şu değil:
op-contains = şunu içeriyor:
op-contains-not = şunu içermiyor:
op-starts-with = şununla başlıyor:
op-over = şundan büyük:
op-under = şundan küçük:
op-between = şu aralıkta:
op-on = şu tarihte:
op-before = şundan önce:
op-after = şundan sonra:
op-empty = boş
op-not-empty = dolu
day-today = bugün
day-yesterday = dün
day-tomorrow = yarın
day-this-week = bu hafta
day-last-week = geçen hafta
day-next-week = gelecek hafta
day-this-month = bu ay
day-last-month = geçen ay
day-next-month = gelecek ay
day-this-quarter = bu çeyrek
day-last-quarter = geçen çeyrek
day-next-quarter = gelecek çeyrek
day-this-year = bu yıl
day-last-year = geçen yıl
day-next-year = gelecek yıl
day-d-ago = { NUMBER($count) } gün önce
day-w-ago = { NUMBER($count) } hafta önce
day-m-ago = { NUMBER($count) } ay önce
day-y-ago = { NUMBER($count) } yıl önce
day-d-ahead = { NUMBER($count) } gün sonra
day-w-ahead = { NUMBER($count) } hafta sonra
day-m-ahead = { NUMBER($count) } ay sonra
day-y-ahead = { NUMBER($count) } yıl sonra

## Bir kart

edit-everything = Tüm alanları düzenle
edit-field = Düzenle: { $name }
in-trash = Çöp kutusunda.
more-fields = { NUMBER($count) } alan daha
card-made = Oluşturan: { $who } · { $when }
not-set = Belirtilmedi
hidden-card = Açamadığınız bir kart
present =
    { $count ->
        [one] { $names } burada
       *[other] { $names } burada
    }
turns = { $years } yaşına giriyor
phone-not-understood = Numarayı kontrol edin
someone = Biri
changed-this-to = bunu şöyle değiştirdi:
keep-mine = Benimki kalsın
take-theirs = Onunki kalsın

## Formlar

form-errors = Önce bunları düzeltin
help-date = Örneğin 22 Kasım, yarın veya 22.11.2026
help-date-time = Örneğin yarın 14:30
help-tags = Etiketleri virgülle ayırın
search-in = { $name }: ada göre ara
add-to = Bir tane daha ekle
remove-from = Kaldır: { $name }
create-anyway = Yine de oluştur
duplicate-is-here = zaten kayıtlı:
duplicate-email = aynı e-posta adresi { $value }
duplicate-phone = aynı telefon numarası { $value }

## İlişkili kartlar

related = İlişkili kartlar
link-add = İlişki ekle: { $name }
link-kind = İlişki
link-role = Rol
link-started = Başlangıç
link-ended = Bitiş
link-date-help = Yıl, ay veya gün: 2024, 2024-05 ya da 2024-05-17
link-remove = İlişkiyi kaldır
since = { $date } tarihinden beri

## Arama

search-recent = Son bakılanlar
search-cards = Bulunanlar
search-commands = Eylemler
search-nothing = “{ $typed }” için bir şey bulunamadı

## Yapılanlar

toast-created = { $name } oluşturuldu
toast-saved = { $name } kaydedildi
toast-trashed = { $name } çöp kutusuna taşındı
toast-trashed-count = { NUMBER($count) } kayıt çöp kutusuna taşındı
toast-restored = { $name } geri yüklendi
toast-photo = Fotoğraf kaydedildi
toast-linked = İlişki eklendi
toast-link-changed = İlişki değiştirildi
toast-unlinked = İlişki kaldırıldı
toast-undo-begun = Arka planda geri alınıyor
toast-undone = Geri alındı
toast-undone-partly = Geri alındı; sonradan yeniden değiştirilen { NUMBER($count) } şey olduğu gibi kaldı

## Bir şey ters gittiğinde

sign-in-first = Önce oturum açın.
error-what-now = Geri dönüp başka bir şey deneyin veya başlangıç sayfasına gidin.
error-home = Başlangıç sayfasına git
error-number = Yöneticiniz için hata numarası:
