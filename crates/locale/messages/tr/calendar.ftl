### Randevular ve takvimler.
appointment = Randevu
appointment-many = Randevular
new-appointment = Yeni randevu
create-appointment = Randevu oluştur
save-appointment = Randevu ekle
toast-appointment = Randevu eklendi
empty-appointment = Henüz randevu yok
empty-appointment-text = Randevu, kiminle, nerede ve ne zaman görüşüleceğini söyler. Bir kartta veya takvimde oluşturun; hepsi burada toplanır.
composer-meeting = Toplantı
notice-activity-appointment = { $who }, { $card } kartına randevu ekledi

## Fields of an appointment

appointment-subject = Konu
appointment-about = İlgili kart
appointment-starts-at = Başlangıç
appointment-ends-at = Bitiş
appointment-all-day = Tüm gün
appointment-participants = Katılanlar
appointment-place = Yer
appointment-video = Video
appointment-text = Ayrıntılar
appointment-state = Durum
appointment-repeat = Tekrar
appointment-owner = Sahibi
appointment-time-zone = Saat dilimi
appointment-repeat-until = Tekrarın sonu
appointment-except = İstisnalar
appointment-series = Dizi
appointment-series-at = Yerine geçtiği
appointment-closed-at = Kapanış
appointment-at = Zaman
appointment-length = Süre
appointment-repeats = Tekrarlanıyor
appointment-too-long = Bir randevu en fazla 31 gün sürer
not-a-participant = “{ $typed }” bir çalışan, kart veya e-posta adresi değil
part-who = Kim
part-answer = Yanıt
answer-accepted = Kabul etti
answer-tentative = Belki
answer-declined = Reddetti

## Shared things

resource = Kaynak
resource-many = Kaynaklar
new-resource = Yeni kaynak
create-resource = Kaynak oluştur
empty-resource = Henüz kaynak yok
empty-resource-text = Kaynak, randevuların kullandığı bir oda, araç veya eşyadır. İki kez ayıran kişiye bildirilir.
resource-name = Ad
resource-kind = Tür
resource-place = Yer
resource-seats = Kişi sayısı
resource-text = Notlar
resource-kind-room = Oda
resource-kind-vehicle = Araç
resource-kind-equipment = Ekipman

## Choices

appointment-state-planned = Planlandı
appointment-state-held = Yapıldı
appointment-state-cancelled = İptal edildi
appointment-state-no-show = Kimse gelmedi

## The calendar

nav-calendar = Takvim
diary-day = Gün
diary-week = Hafta
diary-month = Ay
diary-agenda = Ajanda
diary-spans = Gün, hafta veya ay
diary-before = Önceki
diary-after = Sonraki
diary-whose = Kimin takvimleri
diary-show = Göster
diary-mine = Takvimim
diary-teams = Ekipler
diary-nothing = Planlanan bir şey yok
diary-nothing-text = Bu günlerin randevuları burada görünür.
diary-new-at = Yeni randevu: { $when }
diary-too-many = Gösterilebilenden fazla randevu var. Daha az takvim seçin.
diary-overlaps = Çakışıyor
diary-moved = Şuraya taşındı: #
diary-keys = m, ok tuşları ve Enter ile taşıyın
diary-calendars = { $count } takvim

## Moving and changing

move-appointment = Taşı
move-this = Bu randevuyu taşı
move-to = Yeni zaman
move-reach = Hangileri
series-this = Yalnızca bu
series-following = Bu ve sonrakiler
series-all = Dizinin tümü
series-keeps-its-days = Bu dizinin günleri kuralında belirli. Tekrarı değiştirin veya yalnızca bunu taşıyın.
change-appointment-moved = { $subject } taşındı
change-appointment-state = { $subject } sonucu yazıldı
toast-moved = { $when } zamanına taşındı
toast-state = { $name }: { $state }
occurrence-edit = Değiştir
state-held = Yapıldı
state-no-show = Kimse gelmedi
state-planned = Planlandı
state-cancel = İptal et
occurrence-of = Bir dizinin parçası
overlap = Aynı anda: { $what }
overlap-of = { $who }: { $what }
today-day = Gün
today-day-nothing = Bugün randevu yok
today-tomorrow = Yarın

## Other programs' calendars

appointment-foreign = Diğer programda
exchange-title = Abone ol ve içe aktar
feed-title = Takviminiz başka programlarda
feed-lead = Gizli bir adres, randevularınızı telefonunuzun takviminde veya başka bir programda gösterir. Adresi bilen herkes okuyabilir.
feed-make = Gizli adres oluştur
feed-made = Yeni gizli adresiniz
feed-made-help = Yalnızca şimdi gösterilir. Programınızın takvim adresi istediği yere yapıştırın.
feed-made-at = Oluşturuldu
feed-read-at = son okuma
feed-unread = henüz okunmadı
feed-revoke = Kaldır
feed-revoked = Adres artık hiçbir şey göstermiyor
secret-addresses-enough = Zaten yirmi adres var. Önce birini kaldırın.
ics-import = Takvim dosyası içe aktar
ics-import-lead = Bir .ics dosyasındaki randevular sizin olur. Daha önce okunanlar güncellenir.
ics-file = Takvim dosyası
ics-read = İçe aktar
ics-not-a-calendar = Bu dosyada randevu yok. Bir .ics dosyası seçin.
ics-taken = { $made } yeni, { $changed } güncellendi, { $left } atlandı
change-imported-appointments = Randevular içe aktarıldı

## Reminders

appointment-remind = Çalışanlara hatırlat
appointment-remind-customer = Müşteriye bir gün önce hatırlat
remind-10-minutes = 10 dakika önce
remind-1-hour = Bir saat önce
remind-1-day = Bir gün önce
notice-reminder = { $card } birazdan başlıyor
notices-kind-reminder = Bir randevunuz birazdan başlıyor
job-appointments-remind = Randevu hatırlatmaları
reminder-subject = { $workspace }: { $when }
reminder-lead = { $name }, { $workspace } ile randevunuzu hatırlatırız.
reminder-foot = Bu iletiyi { $workspace } ile randevunuz olduğu için aldınız.
reminder-note = { $address } adresine hatırlatıldı: { $what }, { $when }
reminder-task = { $name } kişisine hatırlat: { $what }, { $when }
change-reminded = { $subject } hatırlatıldı
change-answered = Müşteri { $subject } için yanıt verdi

## What a customer answers

visit-confirm = Geleceğim
visit-move = Başka bir zaman iste
visit-cancel = Randevuyu iptal et
visit-wish = Size ne zaman uyar
visit-said-confirm = Geleceğinizi bildirdiniz.
visit-said-move = İsteğiniz ulaştı. Size döneceğiz; o zamana kadar saat geçerlidir.
visit-said-cancel = Randevu iptal edildi.
visit-is-cancelled = Bu randevu iptal edildi.
visit-is-over = Bu randevu artık buradan yanıtlanamaz.
visit-footer = Bu bağlantı yalnızca sizdedir. Düğmeye basana kadar hiçbir şey değişmez.
visit-note-confirm = { $name } onayladı: { $what }, { $when }
visit-note-move = { $name } başka bir zaman istiyor: { $what }, { $when }
visit-note-cancel = { $name } iptal etti: { $what }, { $when }
visit-task-move = { $name } ile başka bir zaman bul: { $what }
visit-task-cancel = { $name } iptal etti: { $what }
