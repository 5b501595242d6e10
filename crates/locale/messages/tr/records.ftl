### Her kartta bulunanlar ve onlarda yanlış olabilecekler.

untitled = Adsız
group-record = Bu kart
record-created-at = Oluşturulma
record-created-by = Oluşturan
record-updated-at = Son değişiklik

## Birine ulaşmanın yolları

channel-all = Hiçbir yoldan
channel-phone = Telefon
channel-email = E-posta
channel-sms = SMS
channel-letter = Mektup
channel-visit = Ziyaret

## Adların, adreslerin ve numaraların parçaları

part-prefix = Unvan
part-given = Ad
part-middle = İkinci ad
part-family = Soyadı
part-suffix = Ek
part-number = Telefon numarası
part-address = E-posta adresi
part-label = Tür
part-street = Sokak ve numara
part-extended = Daire ve kat
part-po-box = Posta kutusu
part-postal-code = Posta kodu
part-city = Şehir
part-region = Bölge
part-country = Ülke
part-url = Web adresi
part-handle = Kullanıcı adı
part-network = Ağ
part-reason = Neden
part-until = Son gün
part-channel = Yol

## Türler

label-mobile = Cep
label-work = İş
label-home = Ev
label-main = Santral
label-fax = Faks
label-invoice = Fatura
label-delivery = Teslimat
label-blog = Blog
label-profile = Profil
label-other = Diğer
label-all = Hiçbir yoldan
label-phone = Telefon
label-email = E-posta
label-sms = SMS
label-letter = Mektup
label-visit = Ziyaret
label-linkedin = LinkedIn
label-facebook = Facebook
label-instagram = Instagram
label-x = X
label-whatsapp = WhatsApp
label-wechat = WeChat
label-telegram = Telegram
label-viber = Viber
label-signal = Signal
label-skype = Skype
label-youtube = YouTube
label-tiktok = TikTok
label-mastodon = Mastodon
label-bluesky = Bluesky
label-github = GitHub
label-xing = XING
label-qq = QQ
label-weibo = Weibo

## Bir değerde yanlış olan

not-a-rating = Bir ile beş arasında yıldız seçin
not-a-file = Dosyayı yeniden seçin
not-an-image = Bir resim seçin, örneğin JPEG veya PNG dosyası
not-yes-or-no = Evet veya hayır deyin
link-to-itself = Bir kartın kendisiyle ilişkisi olamaz. Başka bir kart seçin.
ends-before-it-starts = Başlangıçtan sonra gelen bir bitiş girin

## Bir istekte yanlış olan

no-such-field = Burada böyle bir alan yok. Başka bir alan seçin.
not-a-filter = Bu filtre okunamıyor. Yeniden kurun.
filter-too-large = Bu filtrede çok fazla koşul var. Birkaçını kaldırın.
not-sortable = Liste buna göre sıralanamaz. Başka bir sütun seçin.
not-a-place = Listedeki bu yer bulunamıyor. Baştan başlayın.
changed-by-someone-else = Bu arada başka biri bunu değiştirdi. Sayfayı yenileyip tekrar deneyin.
record-is-trashed = Bu çöp kutusunda. Değiştirmeden önce geri yükleyin.
already-undone = Bu zaten geri alındı.
field-read-only = Bunu okuyabilirsiniz, ama değiştiremezsiniz.
undo-beyond-rights = Bu değişiklik, sizin değiştiremediğiniz kartlara da dokundu. Yetkisi olan biri geri almalı.

## Bir yedekte yanlış olan

backup-damaged = Bu yedek okunamıyor. Başka bir dosya seçin veya yedeği yeniden alın.
backup-too-new = Bu yedek daha yeni bir Kartotek sürümünden. Önce Kartotek’i güncelleyin.
restore-not-empty = Burada zaten kartlar var. Boş bir çalışma alanına geri yükleyin.
label-taken = Bu ad zaten kullanılıyor.
options-needed = En az bir seçenek verin.
too-many-fields = Zaten { $max } alan var. Önce birini kullanımdan kaldırın.
too-many-objects = Zaten { $max } kart türü var.
title-needed = Kartın başlığı gerekir.
not-unique = { $name } bunu zaten taşıyor.
not-unique-unseen = Bu değeri taşıyan ve sizin göremediğiniz bir kart zaten var.
values-not-unique = Bazı değerler birden çok kartta: { $values }. Önce onları değiştirin.
rule-broken = { $message }
rule-without-field = Köşeli ayraçta en az bir alan adı verin.
formula-wrong = Formül anlaşılamadı: { $reason }
formula-failed = Hesaplanamıyor: { $reason }
formula-division-by-zero = Sıfıra bölme
formula-bracket = Bir ayraç kapatılmamış.
formula-too-deep = İç içe çok fazla ayraç var.
formula-no-such-field = “{ $name }” adlı alan yok.
formula-circle = Bunlar birbirini bekliyor: { $path }
roll-up-without-field = Baktığı alan artık yok.
roll-up-of-several-currencies = Birden çok para birimi toplanamaz.
