### Leads, and what becomes of them.

lead = Müşteri adayı
lead-many = Müşteri adayları
new-lead = Yeni müşteri adayı
create-lead = Müşteri adayı oluştur
empty-lead = Henüz müşteri adayı yok
empty-lead-text = Müşteri adayı, müşteri olabilecek kişidir. Ne istediğini öğrenin, sonra onu bir kişiye, bir şirkete ve bir fırsata dönüştürün. İlkini oluşturun ya da bir liste içe aktarın.

## Fields of a lead

lead-name = Ad
lead-company-name = Şirket
lead-job-title = Unvan
lead-phones = Telefon
lead-emails = E-posta
lead-addresses = Adres
lead-language = Dil
lead-text = Ne istiyor
lead-status = Durum
lead-owner = Sorumlu
lead-source = Kaynak
lead-campaign = Kampanya
lead-medium = Mecra
lead-referrer = Geldiği sayfa
lead-told-by = Öneren
lead-status-since = Bu duruma geçiş
lead-last-talk-at = Son görüşme
lead-last-talk-by = Son görüşen
lead-converted-at = Dönüştürülme
lead-person = Dönüştüğü kişi
lead-company = Dönüştüğü şirket
lead-deal = Dönüştüğü fırsat
lead-status-new = Yeni
lead-status-working = Üzerinde çalışılıyor
lead-status-qualified = Nitelikli
lead-status-not-interested = İlgilenmiyor
lead-status-converted = Dönüştürüldü

## Views of leads

view-leads = Açık müşteri adayları
view-new-leads = Yeni müşteri adayları

## Rules of leads

lead-needs-a-name = Bir ad, e-posta adresi ya da telefon numarası girin
lead-convert-from-card = Kişiye dönüşmesi için müşteri adayını kartından dönüştürün
lead-stays-converted = Bu müşteri adayı dönüştürüldü. Üzerinde yeniden çalışmak için dönüştürmeyi geri alın.

## Converting

convert = Dönüştür
convert-title = Dönüştür: { $name }
convert-lead = Müşteri adayı bir kişiye dönüşür; isterseniz bir şirket ve bir fırsatla birlikte. Aramalar, notlar, görevler ve olan biten her şey onunla gider. Tek bir geri alma hepsini eski haline getirir.
convert-person = Kişi
convert-new-person = Yeni bir kişi: { $name }
convert-company = Şirket
convert-new-company = Yeni bir şirket
convert-no-company = Şirket yok
convert-company-name = Yeni şirketin adı
convert-deal = Fırsat oluştur
convert-needs-a-person = Müşteri adayının kime dönüşeceğini seçin
change-converted = Müşteri adayı dönüştürüldü: { $subject }
toast-converted = { $name } dönüştürüldü. Geri alırsanız yeniden müşteri adayı olur.
lead-was-converted = Dönüştürüldü
lead-already-converted = { $name } zaten dönüştürülmüş
