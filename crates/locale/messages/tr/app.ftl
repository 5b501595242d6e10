### Örnek veriler: ne söyledikleri ve haklarında ne söylendiği.

sample-filling = Örnek veriler ekleniyor. Birazdan burada görünür.
sample-removing = Örnek veriler kaldırılıyor.
sample-filled = Örnek veriler eklendi.
sample-removed = Örnek veriler kaldırıldı.
sample-removed-partly = Örnek veriler kaldırıldı; birinin değiştirdiği { $count } kart kaldı.
sample-is-there = Örnek veriler zaten ekli.
sample-is-busy = Örnek veriler şu anda ekleniyor ya da kaldırılıyor. Bitmesini bekleyin.
change-sample = Örnek veriler eklendi

## Cards

sample-household = { $name } ailesi
sample-tag-customer = Müşteri
sample-tag-supplier = Tedarikçi
sample-tag-partner = İş ortağı
sample-tag-newsletter = Bülten
sample-tag-vip = Sürekli müşteri
sample-industry-boats = Tekneler
sample-industry-construction = İnşaat
sample-industry-plumbing = Tesisat
sample-industry-furniture = Mobilya
sample-industry-accounting = Muhasebe
sample-industry-transport = Taşımacılık
sample-industry-bakery = Fırın
sample-industry-electricity = Elektrik işleri
sample-industry-software = Yazılım
sample-industry-food = Gıda
sample-industry-health = Sağlık
sample-industry-gardens = Bahçe
sample-industry-timber = Kereste
sample-industry-engineering = Makine
sample-industry-textiles = Tekstil
sample-industry-trade = Ticaret
sample-refused-newsletter = Artık bülten istemiyor
sample-refused-phone = Yalnızca mektup istiyor, telefon istemiyor
sample-refused-leave = İzinde, o zamana kadar aranmak istemiyor
sample-refused-all = Bir daha iletişime geçmememizi istedi
sample-refused-offer = Başka bir tedarikçisi var ve memnun

## What was said

sample-note-1 = Fuarda tanıştık. Gelecek sezon için bakım sözleşmesiyle ilgileniyor.
sample-note-2 = Sabahları aranmayı tercih ediyor, üçten sonra asla.
sample-note-3 = Fiyat listesi ve iki referans e-postayla gönderildi.
sample-note-4 = Eşiyle birlikte karar veriyor, toplantıda ikisi de olmalı.
sample-note-5 = Yine bir hafta içinde ödedi. Onunla çalışmak bir zevk.
sample-note-6 = İlkbaharda yeni ofise taşınıyor; yeni adresi o zaman sorun.
sample-note-7 = Son teslimat bir gün geç geldi. Özür dilendi, sonrakinde yüzde beş indirim verildi.
sample-note-8 = Bella adında bir köpeği var. Hatırını sormaya değer.
sample-note-9 = Yazdan önce teklifimizi iki başka teklifle karşılaştırmak istiyor.
sample-note-10 = Bizi bir komşusuna önerdi.
sample-call-1 = Teklif konuşuldu. Karar vermeden önce bir ziyaret daha istiyor.
sample-call-2 = Son faturanın bir kopyasını istedi.
sample-call-3 = İşten memnun. Sonbaharda hatırlatılmasını istiyor.
sample-call-4 = Randevuyu doğruladı; otopark evin arkasında.
sample-call-5 = Gelecek haftaya kadar düşünmek istiyor.
sample-call-6 = Geçen yılın aynısını sipariş etti.
sample-call-7 = Yeni bir iş arkadaşı devralıyor; adını yazacak.
sample-call-8 = Teslim süresini sordu. Yanıtlandı.
sample-deal-1 = Yıllık bakım sözleşmesi
sample-deal-2 = Yeni ekipman
sample-deal-3 = Deneme siparişi
sample-deal-4 = İki yıllık yenileme
sample-deal-5 = Atölyenin donatılması
sample-deal-6 = Siparişin genişletilmesi
sample-deal-7 = Yaz teslimatı
sample-deal-8 = Danışmanlık ve planlama
sample-deal-9 = Eski makinelerin değiştirilmesi
sample-deal-10 = Çerçeve sözleşme
sample-task-1 = Teklifi gönder
sample-task-2 = Teslimatın ulaşıp ulaşmadığını sor
sample-task-3 = Yıllık toplantıyı hazırla
sample-task-4 = İmzalı sözleşmeyi gönder
sample-task-5 = Açık faturayı bul
sample-task-6 = Ziyaret için bir gün kararlaştır
sample-task-7 = Doğum günü kartı yaz
sample-task-8 = Fiyat listesini güncelle
sample-appointment-1 = Müşteri ziyareti
sample-appointment-2 = Sözleşme görüşmesi
sample-appointment-3 = Tanıtım
sample-appointment-4 = Teslimat incelemesi
sample-appointment-5 = Yıllık değerlendirme
sample-appointment-6 = Yerinde inceleme
sample-meeting = Haftalık toplantı
