### Forms by which strangers become leads, and consent.

settings-forms = Formlar
forms-lead = Bir formla gönderilenler müşteri adayı olur. Her formun kendi sayfası vardır, sitenize de konabilir.
form-new = Yeni form
form-make = Form oluştur
form-name = Ad
form-name-help = Her müşteri adayında yazar; böylece hangi formun kimi getirdiği görülür
form-leads = Müşteri adayları
form-state = Durum
form-open = Açık
form-not-open = Kapalı
form-takes = Yanıt kabul ediyor
form-language = Dil
form-words = Sayfadaki metinler
form-title = Başlık
form-intro = Giriş metni
form-button = Düğme
form-thanks-text = Teşekkür metni
form-thanks-address = Ya da bu sayfaya geç
form-thanks-address-help = Kendi sayfanız, örneğin https://example.com/tesekkurler
form-asks = Sorulanlar
form-ask-not = Sorulmaz
form-ask-optional = Boş bırakılabilir
form-ask-required = Doldurulmalı
form-ask-label = Başka ad verin
form-ask-whether = { $field } sorulsun mu
form-ask-called = { $field } formda nasıl adlandırılır
form-asks-nobody = Ad, e-posta adresi ya da telefon numarası sorun
form-consent = Onay metni
form-consent-help = İşaretlenebilen kutunun yanındaki metin, örneğin “Evet, teklifleri bana e-postayla yazın”. İşaretleyene bir mektup gider, orada onaylanır; o zamana kadar onay geçerli değildir.
form-consent-needs-mail = E-posta adresi de sorun: onay e-postayla doğrulanır
form-owner-help = Adayların sahibi. Kurallara göre: Ayarlar → Dağıtım nasıl diyorsa.
form-owner-rules = Kurallara göre
form-source-of-link = Bağlantının dediği gibi (utm_source)
form-one-lead = İnsanları bu adrese yönlendirin ya da formu kendi sitenize koyun.
form-look = Görüntüle
form-kept = Form kaydedildi
form-paste = Kendi siteniz için
form-paste-lead = Bunu formun duracağı yere yapıştırın ve sitenize göre biçimlendirin. Ziyaretçinin nereden geldiğini söyler; betik olmadan da çalışır.
form-program = Programlar için
form-program-lead = Her sitenin betikleri buraya anahtarsız JSON gönderebilir. Aynı adres neleri sorduğunu da söyler.
form-program-api = Anahtarı olan programınız adayları bütün alanlarıyla, geldikleri yerle birlikte oluşturur (source, origin, medium, campaign, term, content, referrer, landing_page, recommended_by):
forms-enough = Zaten { $most } form var. Kullanılmayan birini değiştirin.

## The page of a form

form-send = Gönder
form-optional = (isteğe bağlı)
form-choose = Seçin
form-message = Mesajınız
form-who-told = Bizi size kim önerdi
form-trap = Burayı boş bırakın
form-footer = Yazdıklarınız yalnızca { $workspace } tarafına gider.
form-sent = Gönderildi
form-thanks = Teşekkür ederiz. Yazdıklarınız bize ulaştı, size döneceğiz.
form-another = Bir tane daha gönder
form-onwards = Devam et
form-closed = Bu form artık yanıt kabul etmiyor.
form-not-json = Metinlerden oluşan bir JSON nesnesi gönderin

## What became of it

change-form = { $subject } bir müşteri adayı getirdi
form-also-sent = Formla ayrıca gönderilenler:
form-wrote-again = { $name } “{ $form }” formuyla yazdı. Yeni bir müşteri adayı oluşturuldu.
lead-known-as = Aynı e-posta ya da telefonla zaten kayıtlı:

## Set aside

form-aside = Olası istenmeyen
form-aside-count = Bakılacak { $count }
form-aside-lead = Formla gönderildi, ama istenmeyen olabileceği için aday yapılmadı. 90 gün saklanır.
form-aside-none = Ayrılan bir şey yok
form-aside-none-text = İstenmeyene benzeyenler, biri bakana kadar burada bekler. Gönderilen hiçbir şey kaybolmaz.
form-not-spam = İstenmeyen değil
form-taken = Bundan bir müşteri adayı yapıldı
form-removed = Kaldırıldı
form-why-trap = İnsanların görmediği bir alan doldurulmuş
form-why-fast = Kimsenin yazamayacağı kadar hızlı gönderilmiş
form-why-stamp = Sayfanın damgası bizim değil
form-why-links = Bağlantılar
form-why-many = Aynı yerden çok sayıda

## Consent

consent = Onay
consent-many = Onaylar
new-consent = Yeni onay
create-consent = Onay oluştur
empty-consent = Henüz onay yok
empty-consent-text = Kimin neye, hangi sözlerle ve ne zaman onay verdiği. Formlar sorar; söylenenleri siz de yazabilirsiniz.
consent-text = Metin
consent-about = Kart
consent-state = Durum
consent-channel = Kanal
consent-address = Adres
consent-at = Sorulma zamanı
consent-given-at = Verilme zamanı
consent-form = Form
consent-page = Sayfa
consent-client = Ağ adresi
consent-given-from = Onaylandığı ağ adresi
consent-state-asked = Soruldu, onaylanmadı
consent-state-given = Verildi
consent-state-withdrawn = Geri alındı
person-email-consent = E-posta onayı
wrote-consent = onay istedi
change-consent-given = { $subject } onay verdi
change-consent-withdrawn = { $subject } onay vermedi
consent-subject = { $workspace }: size yazmamızı istiyor musunuz?
consent-lead = Merhaba { $name }, { $workspace } formunda biri bu adresi yazdı ve şunu onayladı:
consent-way = Buradan onaylayın
consent-otherwise = Bu siz değilseniz bir şey yapmanız gerekmez: onayınız olmadan hiçbir şey gönderilmez.
consent-foot = Bu mektubu, adresiniz { $workspace } tarafına verildiği için alıyorsunuz.
consent-title = Size yazabilir miyiz?
consent-asks = { $workspace }, { $address } sahibine soruyor:
consent-yes = Evet, onaylıyorum
consent-no = Hayır
consent-withdraw = Fikrimi değiştirdim
consent-is-given = Onay verdiniz. Teşekkürler.
consent-is-withdrawn = Hayır dediniz. Hiçbir şey gönderilmeyecek.

## Fields of a lead that say where it came from

lead-email-consent = E-posta onayı
lead-origin = Kampanya kaynağı
lead-term = Arama terimi
lead-content = Reklam
lead-landing-page = İlk sayfa
lead-form = Form
lead-recommended-by = Tavsiye eden
lead-country = Ülke
lead-postal-code = Posta kodu
through-form = Form
through-link = Mektuptaki bağlantı

## Leads who want to be left alone

lead-do-not-contact = Rahatsız etmeyin
lead-standing = Tutum
lead-standing-reason = Neden ilgilenmiyor
lead-standing-until = Şu tarihe kadar ilgilenmiyor
lead-refused-since = Reddetme tarihi
lead-alone-until = Şu tarihe kadar rahat bırakılacak
view-all-leads = Rahat bırakılmak isteyenler de

save-consent = Onayı kaydet
toast-consent = Onay kaydedildi
