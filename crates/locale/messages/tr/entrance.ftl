### Girişler: kurulum, oturum açma, davetler ve boş bir çalışma alanının ilk sayfası.

sign-in = Oturum aç
sign-out = Oturumu kapat
sign-in-forgotten = Unuttunuz mu? Sunucuyu yöneten kişi yenisini belirleyebilir.
entrance-footer = Kartotek kendi bilgisayarınızda veya sunucunuzda çalışır. Verileriniz orada kalır.

## Form alanları

field-name = Ad
field-your-name = Adınız
field-email = E-posta
field-password = Parola
field-language = Dil
field-country = Ülke
field-currency = Para birimi
field-time-zone = Saat dilimi
password-help = En az 10 karakter. Bir cümle de olabilir.
error-of-field = { $field }: { $text }
errors-to-correct =
    { $count ->
        [one] Düzeltilecek bir şey var
       *[other] Düzeltilecek { $count } şey var
    }

## İlk çalıştırma

first-run-title = Kartotekinizi kurun
first-run-lead = Birkaç yanıt, ardından ilk kart. Her şey sonradan değiştirilebilir.
first-run-token = Konsoldaki kod
first-run-token-help = Kartotek’in başlatıldığı yerde gösterilir. Sunucunun size ait olduğunu kanıtlar.
first-run-token-wrong = Bu, konsoldaki kod değil.
first-run-workspace = Çalışma alanınız
first-run-workspace-name = Şirketinizin adı
first-run-country-help = Ülke kodu olmayan telefon numaraları bu ülkeye ait sayılır.
first-run-you = Siz
first-run-email-help = Bununla oturum açarsınız. Hiçbir yere bir şey gönderilmez.
first-run-open = Kartotek’i aç

## Davetler

invitation-title = { $workspace } çalışma alanına katılın
invitation-lead = { $workspace } kartotekine davet edildiniz.
invitation-lead-by = { $name } sizi { $workspace } kartotekine davet ediyor.
invitation-own-password = Zaten bir hesabınız var. O hesabın parolasını girin.
invitation-accept = Katıl

## Boş bir çalışma alanı

start-title = Kartotekiniz boş
start-text = Kişiler, şirketler ve haneler; tüm görüşmeler, notlar ve görevlerle birlikte burada durur. Elinizdeki adresleri getirin, örnek verilerle göz gezdirin veya ilk kartı yazın.
start-import = Dosya içe aktar
start-sample = Örnek verilerle doldur
start-by-hand = İlk kartı yaz
