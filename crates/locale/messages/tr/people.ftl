### Kişiler, şirketler ve haneler.

person = Kişi
person-many = Kişiler
new-person = Yeni kişi
create-person = Kişi oluştur
empty-person = Henüz kişi yok
empty-person-text = İlgilendiğiniz herkesin burada bir kartı olur: nasıl ulaşılır, ne konuşuldu, ne söz verdiniz. İlk kartı oluşturun veya başka yerdeki kişilerinizi içe aktarın.
company = Şirket
company-many = Şirketler
new-company = Yeni şirket
create-company = Şirket oluştur
empty-company = Henüz şirket yok
empty-company-text = Müşterilerin, tedarikçilerin ve ortakların burada bir kartı olur, orada çalışan kişilerle birlikte; böylece ne üzerinde anlaşıldığını herkes görür. İlkini oluşturun veya bir liste içe aktarın.
household = Hane
household-many = Haneler
new-household = Yeni hane
create-household = Hane oluştur
empty-household = Henüz hane yok
empty-household-text = Hane, birlikte yaşayan kişileri bir araya getirir; adresleri ortaktır ve üç mektup yerine bir mektup alırlar. İlkini oluşturun ve kişilerini ekleyin.
household-and = { $first } ve { $last }

## Alan grupları

group-about = Bilgiler
group-reach = İletişim
group-work = İş
group-account = Takip

## Kişi alanları

person-name = Ad
person-company = Şirket
person-job-title = Unvan
person-department = Bölüm
person-phones = Telefon
person-emails = E-posta
person-addresses = Adres
person-links = Web siteleri
person-socials = Sosyal ağlar
person-preferred-channel = Tercih ettiği yol
person-language = Dil
person-do-not-contact = Rahatsız etmeyin
person-standing = Tutum
person-standing-reason = Neden ilgilenmiyor
person-standing-until = Şu tarihe kadar ilgilenmiyor
person-nickname = Takma ad
person-birthday = Doğum günü
person-anniversary = Yıl dönümü
person-gender = Cinsiyet
person-household = Hane
person-tags = Etiketler
person-about = Hakkında
person-owner = Sorumlu
person-source = Kaynak
person-rating = Puan
person-last-talk-at = Son görüşme
person-last-talk-by = Son görüşen
person-refused-since = Şu tarihten beri ret
person-photo = Fotoğraf
person-foreign = Başka programlardan gelen bilgiler
person-needs-a-name = Bir ad, telefon numarası veya e-posta adresi girin

## Şirket alanları

company-name = Ad
company-phones = Telefon
company-emails = E-posta
company-addresses = Adres
company-links = Web siteleri
company-socials = Sosyal ağlar
company-preferred-channel = Tercih ettiği yol
company-language = Dil
company-do-not-contact = Rahatsız etmeyin
company-standing = Tutum
company-standing-reason = Neden ilgilenmiyor
company-standing-until = Şu tarihe kadar ilgilenmiyor
company-industry = Sektör
company-registration-number = Sicil numarası
company-employees = Çalışan sayısı
company-parent = Ana şirket
company-tags = Etiketler
company-about = Hakkında
company-owner = Sorumlu
company-source = Kaynak
company-rating = Puan
company-last-talk-at = Son görüşme
company-last-talk-by = Son görüşen
company-refused-since = Şu tarihten beri ret
company-photo = Logo
company-foreign = Başka programlardan gelen bilgiler

## Hane alanları

household-name = Ad
household-greeting = Mektuplardaki adlar
household-greeting-found = Mektuplar için önerilen adlar
household-addresses = Adres
household-phones = Telefon
household-emails = E-posta
household-do-not-contact = Rahatsız etmeyin
household-tags = Etiketler
household-about = Hakkında
household-owner = Sorumlu
household-last-talk-at = Son görüşme
household-last-talk-by = Son görüşen
household-refused-since = Şu tarihten beri ret
household-foreign = Başka programlardan gelen bilgiler

## Seçenekler

gender-female = Kadın
gender-male = Erkek
gender-other = Diğer
standing-not-interested = İlgilenmiyor
source-referral = Tavsiye
source-website = Web sitesi
source-phone = Telefon
source-event = Etkinlik
source-advertisement = Reklam
source-import = İçe aktarma
source-other = Diğer
language-en = İngilizce
language-da = Danca
language-sv = İsveççe
language-no = Norveççe
language-fi = Fince
language-de = Almanca
language-fr = Fransızca
language-es = İspanyolca
language-it = İtalyanca
language-nl = Felemenkçe
language-pl = Lehçe
language-tr = Türkçe
language-bg = Bulgarca
language-ru = Rusça
language-uk = Ukraynaca
language-ar = Arapça
language-zh = Çince
language-ja = Japonca
language-ko = Korece

## İlişkiler: öteki kart nedir

link-works-at-forth = Çalıştığı yer
link-works-at-back = Çalışan
link-member-of-forth = Hane
link-member-of-back = Üye
link-spouse-forth = Eş veya partner
link-parent-forth = Çocuk
link-parent-back = Ebeveyn
link-friend-forth = Arkadaş
link-referred-by-forth = Tavsiye eden
link-referred-by-back = Tavsiye ettiği
link-parent-company-forth = Ana şirket
link-parent-company-back = Bağlı şirket
link-contact-of-forth = Temsil ettiği şirket
link-contact-of-back = İlgili kişi

## Biriyle iletişim kurmadan önce

make-call = Ara
mail = Yaz
do-not-contact = Rahatsız etmeyin
until-date = { $date } tarihine kadar
contact-first = Bilmeniz gerekenler: { $name }
contact-clear = Bir engel yok.
back-to-card = Karta dön
call-anyway = Yine de ara
mail-anyway = Yine de yaz
guard-in-touch = iletişim kurdu
guard-open = açık bir işi var
guard-holds = kartı açık tutuyor
guard-calls = arıyor
guard-since = { $time } beri
assign-in-contact =
    { $count ->
       *[other] { $names } bu müşteriyle iletişimde
    }
guard-somebody = Biri
guard-ask = Sorun: { $name }
guard-more = { $count } tane daha
guard-refused = aranmak istemiyor
guard-refused-person = Aynı şirketten ya da haneden biri aranmak istemiyor
guard-refused-company = Şirket aranmak istemiyor
guard-refused-household = Hane aranmak istemiyor
refusal-from-earlier-card = Bu, { $date } tarihinde önceki bir kartta söylendi ve bu kart oluşturulurken aktarıldı.
guard-nearby-person = bu karta yakın biriyle
guard-nearby-company = şirketle
guard-nearby-household = haneyle

settings-guard = Temas uyarısı
guard-lead = Birini aramadan, ona yazmadan veya bir kartı başkasına vermeden önce söylenenler.
guard-days = Bir meslektaşın teması şu kadar süre bildirilir
guard-days-help = Bir müşteriyle ya da aynı şirketteki veya hanedeki biriyle kimin görüştüğü bu süre boyunca söylenir.
guard-saved = Uyarı ayarı kaydedildi
guard-days-choice =
    { $count ->
        [one] bir gün
       *[other] { $count } gün
    }
change-despite = Uyarıya rağmen yapıldı: { $subject }
