### Geçiş anahtarları: parolasız oturum açma.

passkeys = Geçiş anahtarları
passkeys-lead = Cihazınızda sizi parmak, yüz ya da PIN ile içeri alan bir anahtar. Kimse tahmin edemez ya da sizden kapamaz.
passkeys-none = Henüz geçiş anahtarı yok.
passkeys-count =
    { $count ->
       *[other] { $count } geçiş anahtarı
    }
passkeys-manage = Yönet
passkey-add = Geçiş anahtarı ekle
passkey-name-help = Onu tanıyacağınız ad, örneğin İş bilgisayarı.
passkey-used = Son kullanım
passkey-never = Hiç
passkey-made = Oluşturuldu
passkey-for = Şunun için
passkey-remove-of = Kaldır: { $name }
passkey-added = Artık { $name } ile oturum açabilirsiniz
passkey-renamed = { $name } kaydedildi
passkey-removed = Geçiş anahtarı artık bir şey açmaz
passkey-unable = Tarayıcınız burada geçiş anahtarı oluşturamıyor. Betikleri açık güncel bir tarayıcı gerekir.
passkey-sign-in = Geçiş anahtarıyla oturum aç
passkey-or = ya da
passkey-stopped = Cihazdan yanıt gelmedi. Yeniden deneyin.
