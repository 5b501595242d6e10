### Diğer para birimlerinin çalışma alanının kendi para birimindeki değeri.

settings-currencies = Para birimleri
rates-lead = Hedefler, tahmin, kazanılan ve kaybedilen fırsatlar { $own } olarak gösterilir. Kapanan fırsatlar kapandıkları günün, açık olanlar bugünün kuruyla hesaplanır.
rates-empty = Henüz kur yok. Kur girilene kadar farklı para birimlerindeki tutarlar toplanamaz.
rate-today = Bugünkü değeri
rate-is = 1 { $currency } = { $rate } { $own }
rate-add = Kur ekle
rate-currency = Para birimi
rate-currency-help = Üç harf, örneğin EUR veya USD.
rate-rate = Kur
rate-help = Bir birimin { $own } karşılığı.
rate-from = Geçerlilik başlangıcı
rate-from-help = Boş bırakılırsa bugün. Sonraki kur başlayana kadar geçerlidir.
rate-kept = Kur kaydedildi
rate-removed = Kur kaldırıldı; bir önceki geçerli
rate-gone = Kaldırıldı
rate-replaced = Artık geçerli değil
rate-set = Giren
rate-remove-of = { $currency } biriminin { $date } tarihli kurunu kaldır
rate-of-own = Bu, çalışma alanının kendi para birimi. Başka bir tane girin.
rate-no-number = 0'dan büyük, en çok 8 ondalıklı bir kur girin
rates-paste = Tablo yapıştır
rates-paste-lead = Her kur için bir satır: para birimi, kur ve geçerli olduğu gün. Doğrudan bir tablodan veya CSV dosyasından.
rates-pasted = Kurlar
rates-pasted-help = Örneğin: EUR;48,6;2026-01-01
rates-take = Kurları al
rates-kept = { $count ->
    [one] Bir kur kaydedildi
   *[other] { $count } kur kaydedildi
}
rates-history = Girilenlerin tümü
rates-more = { $count ->
    [one] Daha eski bir kayıt da saklanıyor.
   *[other] Daha eski { $count } kayıt da saklanıyor.
}
rates-bad-line = { $line }. satır okunamıyor. Hiçbir şey kaydedilmedi.
rates-bad-currency = { $line }. satır üç harfli bir para birimiyle başlamıyor. Hiçbir şey kaydedilmedi.
rates-bad-rate = { $line }. satırın ikinci sütununda kur yok. Hiçbir şey kaydedilmedi.
rates-bad-day = { $line }. satırın üçüncü sütunu bir tarih değil. Hiçbir şey kaydedilmedi.
rates-none = Para birimi ve kur içeren en az bir satır yapıştırın
rates-too-many = Bir seferde en çok { $most } satır. Hiçbir şey kaydedilmedi.
rates-with-own = { $currency } çalışma alanının kendi para birimi, kur gerekmez. Hiçbir şey kaydedilmedi.
rates-out-of-range = { $currency } kuru 0'dan büyük ve en çok 8 ondalıklı olmalı. Hiçbir şey kaydedilmedi.
rate-used = { $rate } ({ $date } tarihinden itibaren)
rates-used = { $own } olarak gösterilir; hesapta kullanılan: { $rates }.
rates-lacking = Gereken günlerin tümü için kur yok: { $currencies }. Onunla olan toplamlar çevrilmedi.
rates-set = Kur gir
