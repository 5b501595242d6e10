### API, anahtarları ve web kancaları.

## Programların yaptığı hatalar

api-malformed = Gövde geçerli bir JSON değil: { $what }
api-not-json = Gövdeyi application/json olarak gönderin.
api-changed-meanwhile = Kayıt okunduğundan beri değişti. Yeniden okuyup değişikliği tekrarlayın.
api-denied = Bu anahtarın buna yetkisi yok.
api-key-needed = Authorization başlığında geçerli bir anahtar gönderin: Bearer kartotek_…
api-too-many = Bu anahtar çok sık kullanıldı. Retry-After süresi kadar bekleyin.
api-no-such-parameter = Böyle bir parametre yok.
api-no-such-name = { $name } adında bir alan yok.
api-not-a-relation = { $name } bir karta başvurmuyor.
api-out-of-range = { $least } ile { $most } arasında bir tam sayı kullanın.
api-wrong-type = Bunun türü şu olmalı: { $type }.
api-too-many-items = En fazla { $most } kullanın.
api-read-only = Bu alanı Kartotek kendisi doldurur.
api-no-such-card = Böyle bir kart yok.
api-no-such-user = Böyle bir kullanıcı yok.
api-no-match-by = Kayıtlar { $name } ile bulunamaz.
api-several-match = { $name } alanında bu değere sahip { $count } kayıt var.
api-idempotency-key = 1 ile 255 arasında görünür karakter kullanın.
api-idempotency-key-used = Bu anahtar başka bir istek içindi. Yenisini kullanın.

## Başvuru

api-title = API
api-lead = Başka programların burada yapabilecekleri, bu çalışma alanının her alanıyla.
api-download = OpenAPI belgesi
api-first-steps = İlk adımlar
api-fields = Alanlar
api-field = Alan
api-value = Değer
api-read-only-short = salt okunur
api-operations = İşlemler
api-parameters = Parametreler
api-body = Gövde
api-answers = Yanıtlar
api-tag-all = Tümü
api-intro-keys = Ayarlarda bir anahtar oluşturup her istekle birlikte gönderin. Program, anahtarın rolünün izin verdiğini yapabilir.
api-intro-values = Bir kaydın değerleri “fields” altında yer alır. Boş alanlar yazılmaz; null bir alanı boşaltır.
api-intro-versions = Kaydı yalnızca gördüğünüz haliyle değiştirmek için sürümünü If-Match ile gönderin.
api-intro-once = Değişiklik yapan isteklere Idempotency-Key ekleyin: bir gün içinde yeniden gönderilse de bir kez yapılır.
api-intro-mistakes = Hatalar, her alanı adıyla belirten problem details (RFC 9457) olarak gelir. Sınırdan kalan RateLimit içindedir.
api-intro-mcp = Asistanlar bu adrese aynı anahtarla bağlanır (Model Context Protocol).
api-op-list = Listele, süz ve sırala
api-op-create = Oluştur
api-op-get = Birini oku
api-op-update = Değiştir
api-op-delete = Çöpe taşı
api-op-restore = Çöpten geri al
api-op-upsert = Oluştur veya değiştir
api-op-merge = Birleştir
api-op-undo = Bir değişiklik kümesini geri al
api-op-batch = Aynı anda 1.000’e kadar
api-op-history = Geçmiş
api-op-links = İlişkiler
api-op-link = Başka bir kartla ilişkilendir
api-op-activities = Neler oldu
api-op-search = Her şeyde ara
api-op-changes = Tüm değişiklikleri izle
api-op-link-kinds = İlişki türleri
api-op-change-link = Bir ilişkiyi değiştir
api-op-remove-link = Bir ilişkiyi kaldır
api-op-add-file = Dosya gönder
api-op-get-file = Dosya al
api-op-users = Kullanıcılar
api-op-openapi = Bu açıklama

## Anahtarlar

settings-api-keys = API anahtarları
api-keys-lead = Programlar ve asistanlar bunlarla girer. Anahtar, onu oluşturan kişi adına çalışır ve o kişi ayrılınca geçersiz olur.
api-key-new = Yeni bir anahtar
api-key-new-lead = Ayrı ayrı geri çekebilmek için her program için bir tane oluşturun.
api-key-name = Ad
api-key-name-help = Ne için olduğu, örneğin Web mağazası
api-key-until = Geçerlilik
api-key-validity = Geçerlilik süresi
api-key-days = { $count } gün
api-key-for-ever = Süresiz
api-key-make = Anahtar oluştur
api-key-made = Yeni anahtarınız
api-key-made-help = Yalnızca bu kez gösterilir. Başkasının okuyamayacağı bir yerde saklayın.
api-key-of = Oluşturan
api-key-unused = Hiç
api-key-withdraw-of = { $name } anahtarını geri çek
api-key-withdrawn = Anahtar geri çekildi
identity-key-name-missing = Anahtara bir ad verin.
change-batch = Birden çok kart değiştirildi

## Web kancaları

settings-webhooks = Web kancaları
webhooks-lead = Kartotek, nelerin değiştiğini başka programlara hemen bildirir. Her ileti imzalıdır (Standard Webhooks).
webhook-new = Yeni bir web kancası
webhook-name = Ad
webhook-name-help = Kimin dinlediği, örneğin Muhasebe
webhook-address = Adres
webhook-address-help = İnternette bir https adresi
webhook-about = Konu
webhook-all = Her şey
webhook-make = Web kancası ekle
webhook-made = Web kancası eklendi
webhook-secret = Gizli anahtar
webhook-secret-help = Diğer program, iletinin buradan geldiğini bununla doğrular.
webhook-active = Etkin
webhook-paused = Duraklatıldı
webhook-pause = Duraklat
webhook-resume = Sürdür
webhook-resumed = Web kancası bundan sonra her şeyi duyar
webhook-stopped = Web kancası duraklatıldı
webhook-remove = Kaldır
webhook-removed = Web kancası kaldırıldı
webhook-test = Deneme gönder
webhook-tested = Deneme yolda
webhook-address-wrong = https://example.com/hook gibi bir adres girin.
webhook-address-private = Bu adres özel bir ağa gidiyor. İnternetteki bir adresi kullanın.
webhook-too-many = Zaten { $most } web kancası var. Önce birini kaldırın.
webhook-deliveries = Gönderimler
webhook-deliveries-lead = Son otuz gün. Alınmayan bir ileti üç gün boyunca yeniden gönderilir; sonra elle gönderebilirsiniz.
webhook-no-deliveries = Henüz bir şey gönderilmedi.
delivery-when = Ne zaman
delivery-event = Olay
delivery-state = Durum
delivery-answer = Yanıt
delivery-attempts = Deneme
delivery-waiting = Bekliyor
delivery-delivered = İletildi
delivery-failed = Başarısız
delivery-next = Sonraki deneme
delivery-again = Yeniden gönder
delivery-again-of = { $event } olayını yeniden gönder
delivery-sent-again = Yeniden gönderiliyor
delivery-body = İleti
delivery-show = { $event } olayını göster
job-webhooks-dispatch = Web kancaları
job-webhooks-deliver = Web kancası iletisi
