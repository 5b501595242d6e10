### Dosyaları içe aktarma: dosyalardaki sorunlar ve sonuç.

import-uid = Diğer programdaki numara
import-done = { NUMBER($created) } oluşturuldu, { NUMBER($updated) } güncellendi, { NUMBER($bad) } reddedildi
import-undone = { NUMBER($count) } değişiklik geri alındı; { NUMBER($kept) } tanesi sonradan yeniden değiştirildiği için olduğu gibi bırakıldı
import-is-a-backup = Bu, bir çalışma alanının yedeği. Komut satırından geri yükleyin: kartotek import DOSYA
import-unknown-format = Bu dosya ne bir tablo (CSV) ne de bir vCard. Kişilerinizi bunlardan biri olarak dışa aktarıp o dosyayı seçin.
import-started-already = Bu içe aktarma başladı. Okunma biçimini değiştirmek için dosyayı yeniden içe aktarın.
import-match-needed = Satırların kartlarını hangi alanlarla bulacağını seçin.
import-cannot-match = Kartlar bu alanla bulunamaz. E-posta, telefon, ad veya bir metin seçin.
import-no-such-target = Bu alan artık yok. Başka bir alan seçin.
import-mapped-twice = Bu alanı başka bir sütun zaten dolduruyor. Birini dışarıda bırakın.
import-nothing-mapped = Henüz hiçbir sütunun anlamı yok. En az biri için bir alan seçin.
import-file-changed = Sütunlar artık dosyaya uymuyor. Dosyayı yeniden içe aktarın.
import-nothing-to-undo = Bu içe aktarma, geri alınabilecek bir şey değiştirmedi.
import-several-match = Bu satıra birden çok kart uyuyor. Kartları birleştirin veya başka bir alanla eşleştirin.
import-row-refused = Bu satır bu haliyle kaydedilemez.
import-row-too-long = Dosya buradan sonra okunamıyor: bir tırnak işareti kapatılmamış veya satır çok uzun.
import-unreadable = Dosya buradan sonra okunamıyor.
import-card-too-large = Bu kart çok büyük.
import-card-empty = Bu kart kimse hakkında bir şey söylemiyor.
import-outside-card = Bu metin hiçbir karta ait değil.
