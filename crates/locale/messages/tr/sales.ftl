### Deals, pipelines and forecasts.

deal = Fırsat
deal-many = Fırsatlar
new-deal = Yeni fırsat
create-deal = Fırsat oluştur
empty-deal = Henüz fırsat yok
empty-deal-text = Fırsat, bir müşterinin satın alabileceği bir şeydir: ne kadara, ne zaman ve hangi aşamada. İlkini oluşturun ya da bir liste içe aktarın.

## Fields of a deal

deal-name = Ad
deal-company = Şirket
deal-person = Kişi
deal-amount = Tutar
deal-stage = Aşama
deal-closes-on = Kapanış tarihi
deal-probability = Olasılık (yüzde)
deal-forecast = Tahmin
deal-pipeline = Satış hattı
deal-state = Durum
deal-weighted = Ağırlıklı tutar
deal-checked = İşaretlenenler
deal-lost-reason = Kaybetme nedeni
deal-competitor = Rakip
deal-next-step-at = Sonraki adım
deal-stage-since = Bu aşamaya giriş
deal-closed-at = Kapandı
deal-tags = Etiketler
deal-about = Hakkında
deal-owner = Sorumlu
deal-source = Kaynak
deal-last-talk-at = Son görüşme
deal-last-talk-by = Son görüşen

## Choices of a deal

pipeline-sales = Satış
stage-new = Yeni
stage-qualified = Nitelikli
stage-proposal = Teklif
stage-negotiation = Pazarlık
stage-won = Kazanıldı
stage-lost = Kaybedildi
forecast-committed = Kesin
forecast-best-case = En iyi durum
forecast-pipeline = Hatta
forecast-omitted = Sayılmaz
deal-state-open = Açık
deal-state-won = Kazanıldı
deal-state-lost = Kaybedildi
lost-reason-price = Fiyat
lost-reason-competitor = Rakibe gitti
lost-reason-no-budget = Bütçe yok
lost-reason-no-decision = Karar verilmedi
lost-reason-bad-timing = Zamanlama uygun değil
lost-reason-lacks-something = Üründe bir şey eksik
lost-reason-other = Diğer
link-takes-part-forth = Katıldığı
link-takes-part-back = Fırsattaki kişiler

## Views of deals

view-closing = Bu ay kapanacaklar
view-no-next-step = Sonraki adımı olmayanlar
no-next-step = Sonraki adım yok
days-in-stage = { $days } gündür bu aşamada
days-in-short = { $days } g

## Rules of stages

stage-out-of-use = Bu aşama artık kullanılmıyor. Başka bir aşama seçin.
needed-in-stage = { $stage } aşamasında gerekli
lost-needs-a-reason = Neden kaybedildiğini seçin
stage-checklist-open = { $stage } için henüz işaretlenmedi: { $left }
not-a-percentage = 0 ile 100 arasında bir tam sayı girin

## Settings: pipelines

settings-pipelines = Satış hatları
pipelines-lead = Fırsatların geçtiği aşamalar, her birinin olasılığı ve bir fırsatın girmeden önce nelere gerek duyduğu.
pipeline-one = { $name } satış hattı
pipeline-name = Satış hattının adı
pipeline-add = Satış hattı ekle
pipeline-add-lead = Başka türlü satılanlar için: ilk hattın aşamalarıyla başlar.
pipeline-remove = Satış hattını kullanımdan kaldır
pipelines-kept = Satış hatları kaydedildi
pipelines-changed = Bu arada başka biri satış hatlarını değiştirdi. Önce yeniden bakın, sonra değiştirin.
pipeline-needed = En az bir satış hattı olmalı
pipeline-lacks-stages = Bir satış hattında açık, kazanılmış ve kaybedilmiş birer aşama olmalı
too-many-pipelines = En fazla { $max } satış hattı
too-many-stages = En fazla { $max } aşama
stage-has-deals = { $name } aşamasında hâlâ fırsatlar var. Önce onları taşıyın, sonra kaldırın.
stage-one = { $name } aşaması
stage-name = Aşamanın adı
stage-probability = Olasılık (yüzde)
stage-outcome = İçindeki fırsat
stage-forecast = Tahminde yeri
stage-stale-after = Kaç gün sonra bayatlar
stage-stale-help = Boş: asla.
stage-requires = Fırsat girmeden önce doldurulmalı
stage-checklist = Fırsat girmeden önce işaretlenmeli
stage-checklist-help = Her biri için bir satır, örneğin "Bütçe onaylandı".
stage-add = Aşama ekle
stage-new-name = Yeni aşama
stage-remove = Aşamayı kullanımdan kaldır
stage-up = { $name } aşamasını yukarı taşı
stage-down = { $name } aşamasını aşağı taşı
stage-in-short = %{ $chance }

## Figures

sales-forecast = Tahmin
sales-funnel = Huni
sales-won-lost = Kazanılan ve kaybedilen
sales-forecast-lead = Bu sürede kazanılanlar ve bu sürede kapanması gereken açık fırsatlar. Her sayı kendi fırsatlarına götürür.
sales-funnel-lead = Bu sürede her aşamaya kaç fırsat girdi, bunların kaçı (sonradan da olsa) ilerledi ve ne kadar kaldılar.
sales-won-lost-lead = Bu sürede kapanan fırsatlar.
sales-period = Dönem
sales-all-pipelines = Tüm satış hatları
sales-nobody = Hiç kimse
sales-not-said = Belirtilmemiş
sales-nothing = Bu sürede fırsat yok.
sales-together = Toplam
sales-weighted-help = Her tutar çarpı olasılığı
sales-won-amount = Kazanılan tutar
sales-lost-amount = Kaybedilen tutar
sales-win-rate = Kazanma oranı
sales-funnel-empty = { $name }: bu sürede hiçbir fırsat bir aşamaya girmedi.
funnel-entered = Giren
funnel-share = Pay
funnel-went-on = İlerleyen
funnel-rate = Oran
funnel-stayed = Ortalama kalış
funnel-days = { $days } gün
funnel-here-now = Şu anda içinde olan fırsatlar
period-this-month = Bu ay
period-next-month = Gelecek ay
period-last-month = Geçen ay
period-this-quarter = Bu çeyrek
period-next-quarter = Gelecek çeyrek
period-last-quarter = Geçen çeyrek
period-this-year = Bu yıl
sales-overdue = { $count } açık fırsat bugünden önce kapanmalıydı: { $amount }
sales-undated = { $count } açık fırsatın kapanış günü yok: { $amount }
