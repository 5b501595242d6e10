### Şirketin, birimlerinin ve çalışanlarının hedefleri

sales-goals = Hedefler
goals-lead = Ulaşılacak olan, şimdiye kadar ulaşılan ve bu gidişle nereye varılacağı. Her sayı kendi satırlarını açar.
goals-hidden = Burada sayılanlar size gizli.
goal-measure = Sayılan
goal-measure-won-amount = Kazanılan tutar
goal-measure-won-count = Kazanılan anlaşmalar
goal-measure-calls = Aramalar
goal-measure-meetings = Toplantılar
goal-span-month = Ay
goal-span-quarter = Çeyrek
goal-quarter = { $year } { $quarter }. çeyrek
goal-before = Daha önce
goal-after = Daha sonra
goal-company = Tüm şirket
goal-who = Kim
goal-target = Hedef
goal-so-far = Şimdiye kadar
goal-share = Hedefin yüzdesi
goal-gap = Kalan
goal-pace = Bu gidişle
goal-pace-help = Böyle devam ederse nereye varılacağı, iş günüyle hesaplanır
goal-days = { $all } iş gününün { $begun } günü
goal-reached = Ulaşıldı
goal-of = { $name } için hedef
goal-set-one = Hedef koyun
goal-set = { $by } belirledi, { $at }
goal-below = Alttakilerin hedefleri, toplam
goal-kept = Hedef kaydedildi
goal-changed = Bu hedefi bu arada başkası değiştirdi. Yeniden bakın, sonra değiştirin.
goal-too-large = En az 0 olan, bu kadar büyük olmayan bir hedef yazın

## Tahmin ve gerçekleşen

sales-outcome = O gün ve bugün
outcome-lead = Her ay başındaki tahmin, o güne kadar kazanılanla birlikte, ve gerçekleşen. Çalışma alanının para biriminde.
outcome-empty = Tahmin her hafta saklanır. Saklanan tahmini olan bir ay bitince, gerçekleşenin yanında burada durur.
outcome-came = Gerçekleşen
outcome-taken = { $date } tarihinde saklandı
outcome-error = Sapma
outcome-error-help = Hangi yönde olursa olsun ortalama sapma (MAPE)
outcome-bias = Fazla veya eksik
outcome-bias-help = İşaretiyle ortalama: hep fazla olan burada görülür (yanlılık)
outcome-too-few = Ortalama sapma { $months } aydan sonra söylenir.
forecast-model = Deneyime göre
forecast-model-help = Her tutar, aynı aşamada o kadar kalan kapanmış anlaşmalarınızın kazanılma oranıyla çarpılır
forecast-model-learning = Deneyime göre tahmin için son { $days } günde kapanmış en az { $deals } anlaşma ve öncesinde bir o kadar gerekir: henüz çok az örnek var.
forecast-model-better = Deneyime göre: kapanmış anlaşmalarınızdan öğrenildi. Bilmediği { $cases } örnekte { $model } puan saptı, aşamaların olasılıkları { $stages }.
forecast-model-worse = Deneyime göre tahmin gösterilmiyor: bilmediği { $cases } örnekte { $model } puan saptı, aşamaların olasılıkları yalnızca { $stages }.

## Bir kartın bir değerde ne kadar kaldığı

field-timed = Ne kadar sürdüğünü sakla
field-timed-help = Bundan sonra her kartın her değerde ne kadar kaldığı saklanır; kartta yazar.
stay-days = { $days } gün
