### Ayarlar: herkesin kendisi için ve yöneticilerin çalışma alanı için seçtikleri.

settings-you = Siz
settings-profile = Profil
settings-password = Oturum açma
settings-sessions = Cihazlar
settings-workspace = Çalışma alanı
settings-members = Kişiler ve roller
settings-relations = İlişkiler
settings-table = Tablo: { $name }
settings-jobs = Arka plan işleri

## Roller

role-owner = Sahip
role-owner-note = Başka sahipler seçmek dâhil her şeyi yapabilir
role-admin = Yönetici
role-admin-note = Ayrıca kişileri davet eder ve ayarları değiştirir
role-member = Üye
role-member-note = Tüm kartları okur ve değiştirir
role-read-only = Okuyucu
role-read-only-note = Tüm kartları okur, hiçbirini değiştirmez

## Profil

profile-lead = İş arkadaşlarınızın sizi, sizin de Kartotek’i nasıl gördüğünüz.
profile-theme = Tema
profile-density = Satırlar
theme-system = Cihaz gibi
theme-light = Açık
theme-dark = Koyu
density-comfortable = Ferah
density-compact = Sıkışık
profile-saved = Profil kaydedildi

## E-posta ve parola

email-lead = Bu adresle oturum açarsınız.
email-change = E-postayı değiştir
email-changed = E-posta değiştirildi
password-lead = Yeni bir parola, diğer tüm yerlerdeki oturumlarınızı kapatır.
password-old = Şimdiki parola
password-new = Yeni parola
password-once-more = Adresi başkası değiştiremesin diye parolanız.
password-change = Parolayı değiştir
password-changed = Parola değiştirildi. Diğer tüm yerlerdeki oturumlarınız kapatıldı.

## Açık oturumlar

sessions-lead = Oturumunuzun açık olduğu tarayıcılar. Artık kullanmadıklarınızdaki oturumu kapatın.
sessions-end-others = Diğer tüm oturumları kapat
session-ended = Oradaki oturum kapatıldı
sessions-others-ended = Diğer tüm oturumlar kapatıldı
session-device = Cihaz
session-address = Adres
session-seen = Son kullanım
session-since = Oturum açılışı
session-unknown-device = Bilinmeyen cihaz
session-this = Bu cihaz
session-end-on = { $device } oturumunu kapat

## Çalışma alanı

workspace-lead = Kendisi için başka bir şey seçmeyen herkes için geçerli olanlar.
workspace-language-help = Yeni iş arkadaşları için; herkes profilinde kendi dilini seçer.
workspace-saved = Çalışma alanı kaydedildi
workspace-cards = Kartlar
workspace-export = Her şeyi yanınıza alın
workspace-export-help = Tüm kartlar, geçmişleri ve dosyaları; başka bir Kartotek’in okuyabileceği tek bir arşivde.
workspace-export-do = Dışa aktar
workspace-sample = Örnek veriler
workspace-sample-help = Uydurma kişiler ve şirketler silinir, kendi kartlarınız kalır.
workspace-sample-remove = Örnek verileri kaldır

## Kişiler ve roller

members-lead = Burada oturum açabilen herkes ve yapabildikleri.
member-role = Rol
member-since = Başlangıç
member-make = Rolü değiştir: { $role }
member-remove = Çalışma alanından çıkar
member-more = Değiştir: { $name }
member-role-changed = { $name } için yeni rol: { $role }
member-remove-title = Çalışma alanından çıkar: { $name }
member-remove-lead = Oturumu hemen kapatılır ve artık burada oturum açamaz. Kartları kalır, adı geçmişte durur. Geri almak için yeniden davet edin.
member-removed = { $name } çalışma alanından çıkarıldı
invite = Davet et
invite-title = Bir iş arkadaşını davet et
invite-lead = Davet, yedi gün boyunca bir kez çalışan bir bağlantıdır. E-postayla gider ya da kendiniz iletirsiniz.
invitation-link = Davet bağlantısı
invitation-link-help = Yalnızca bu defa gösterilir.
copied = Kopyalandı
invitations-open = Henüz yanıtlanmayanlar
invitation-by = Davet eden
invitation-until = Geçerlilik sonu
invitation-expired = Süresi doldu
invitation-withdraw = Geri çek
invitation-withdraw-of = { $email } davetini geri çek
invitation-withdrawn = Davet geri çekildi

## İlişkiler

relations-lead = Kartların birbirine nasıl bağlandığı. Her ilişki bir kez yazılır, iki taraftan okunur.
relation-new = Kendi ilişkiniz
relation-new-lead = Örneğin: bir kişi bir başkasının “Koçu”, o da ilkinin “Danışanı”.
relation-from = İlk kart
relation-forth = İlk kartta
relation-to = İkinci kart
relation-back = İkinci kartta
relation-forth-help = Örneğin: Koçu
relation-back-help = Örneğin: Danışanı. Boş bırakılırsa aynı sözcükler.
relation-add = İlişki ekle
relation-added = İlişki eklendi
relation-between = Arasında
relation-made-by = Oluşturan
relation-own = Çalışma alanınız
relation-built-in = Kartotek
relation-same = aynı

## Arka plan işleri

jobs-lead = İçe aktarmalar ve diğer uzun işler. Sayfayı kapattığınızda ve yeniden başlatmadan sonra da sürer.
jobs-none = Burada iş yok.
job-cancelling = İptal ediliyor
job-retried = Yeniden çalışıyor
job-retry = Yeniden çalıştır
job-attempts =
    { $count ->
        [one] { $count } deneme
       *[other] { $count } deneme
    }
job-progress = { NUMBER($done) } / { NUMBER($total) }
job-records-import = İçe aktarma
job-records-import-dry-run = İçe aktarma denemesi
job-records-undo = Geri alma
job-sample-fill = Örnek veriler dolduruluyor
job-sample-remove = Örnek veriler kaldırılıyor
