### Kuruluş: yerler, bölümler, ekipler ve kimlerin içinde olduğu.

settings-organisation = Kuruluş
organisation-lead = Kişilerin çalıştığı yerler: bölümleri ve ekipleriyle yerler. Roller birinin ekibine, bölümüne ya da yerine kadar uzanabilir.
organisation-none = Henüz birim yok. Aşağıdan bir yer ya da bölümle başlayın; küçük şirketlere gerekmez.
unit-location = Yer
unit-department = Bölüm
unit-team = Ekip
unit-kind = Tür
unit-parent = Bağlı olduğu
unit-top = Hiçbiri, en üstte durur
unit-new = Yeni birim
unit-new-lead = Bir yer, bölüm ya da ekip; örneğin İstanbul, Satış ya da Tekneler.
unit-add = Birim ekle
unit-add-department = Buraya bölüm ekle
unit-add-team = Buraya ekip ekle
unit-open = Ad, yer ve kişiler
unit-added = { $name } eklendi
unit-saved = { $name } kaydedildi
unit-name-of = Adı: { $name }
unit-more = Değiştir: { $name }
unit-people =
    { $count ->
        [0] Kimse yok
       *[other] { $count } kişi
    }
unit-place = Ad ve yer
unit-here = Buradaki kişiler
unit-here-lead = Kişiler birden çok birimde olabilir. Biri asıl birimleridir; öncelikle oraya aittirler.
unit-here-none = Bu birimin kendisinde kimse yok.
unit-join = Birini ekle
unit-person = Kişi
unit-joined = { $name } eklendi
unit-left = { $name } çıkarıldı
unit-leave = Çıkar
unit-leave-of = Birimden çıkar: { $name }
unit-home = Asıl birim
unit-make-home = Asıl birim yap
unit-make-home-of = Asıl birim yap: { $name }
unit-home-made = { $name } için asıl birim artık { $unit }
unit-also-in = Ayrıca
unit-retire = Kaldır
unit-retire-title = Bu birimi kaldır
unit-retire-lead = İçindekilerle birlikte kalkar ve artık kimse içinde sayılmaz. Adı geçmişte kalır ve geri getirilebilir.
unit-retired = { $name } kaldırıldı
units-retired =
    { $count ->
       *[other] Kaldırılan birim sayısı: { $count }
    }
unit-restore = Geri getir
unit-restore-of = Geri getir: { $name }
unit-restored = { $name } geri geldi
