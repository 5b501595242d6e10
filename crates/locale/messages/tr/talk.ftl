### Yorumlar, anmalar, takip ve bildirimler.

comment = Yorum
comment-many = Yorumlar
new-comment = Yeni yorum
create-comment = Yorum oluştur
empty-comment = Henüz yorum yok
empty-comment-text = Yorum, iş arkadaşlarının bir kart hakkında kendi aralarındaki konuşmadır; müşteri bunun içinde yoktur. Kartın üzerine yazın ve @ ile birini anın. Tüm yorumlar burada toplanır.
comment-text = Metin
comment-about = Kart
comment-at = Zaman
comment-owner = Yazan
comment-edited-at = Düzenlendi
comment-mentions = Anılanlar
comment-what = İş arkadaşlarınıza bir şey söyleyin; @ ile birini anın
save-comment = Yorum yap
toast-comment = Yorum eklendi
toast-comment-edited = Yorum değiştirildi
wrote-comment = yorum yaptı
comment-edited = düzenlendi
rights-with-card = Kartı gören herkes
rights-author = Yazan kişi

## Birini anmak

mention-who = İş arkadaşları ve ekipler
mention-blind-short = bu kartı göremiyor
mention-blind =
    { $count ->
        [one] { $names } bu kartı göremiyor, kendisine haber verilmez
       *[other] { $names } bu kartı göremiyor, kendilerine haber verilmez
    }

## Takip

follow = Takip et
following-now = Takip ediliyor
follow-note = Bu kartta olanlardan haberdar olun
unfollow-note = Bu karttan artık haber almayın
followers = Takip edenler
followers-none = Bu kartı henüz kimse takip etmiyor
toast-following = Bu kartı takip ediyorsunuz
toast-not-following = Bu kartı artık takip etmiyorsunuz

## Bildirimler

nav-notifications = Bildirimler
nav-news = Bildirim
notices-unread =
    { $count ->
        [one] { $count } okunmamış
       *[other] { $count } okunmamış
    }
notices-only-unread = Okunmamış
notices-choose = Ayarlar
notices-read-all = Tümünü okundu say
notices-none = Henüz bir şey yok
notices-none-text = Biri sizi andığında, takip ettiğiniz bir karta yorum yaptığında veya sizi sorumlu kıldığında burada görünür.
notices-none-unread = Her şey okundu
notices-none-unread-text = Bundan sonra olanlar burada ve zilde görünür.
notice-new = okunmamış
notice-mark-read = Okundu say
notice-mark-unread = Okunmadı say
notice-mentioned = { $who }, { $card } kartında sizi andı
notice-comment = { $who }, { $card } kartına yorum yaptı
notice-activity = { $who }, { $card } kartına bir şey yazdı
notice-activity-note = { $who }, { $card } kartına not yazdı
notice-activity-call = { $who }, { $card } kartına bir görüşme kaydetti
notice-activity-task = { $who }, { $card } kartına görev ekledi
notice-activity-many = { $who }, takip ettiğiniz { $count } karta bir şey yazdı
notice-activity-several = { $who }, takip ettiğiniz kartlara bir şey yazdı
notice-changed =
    { $times ->
        [1] { $who }, { $card } kartını değiştirdi
       *[other] { $who }, { $card } kartını { $times } kez değiştirdi
    }
notice-changed-many = { $who }, takip ettiğiniz { $count } kartı değiştirdi
notice-changed-several = { $who }, takip ettiğiniz kartları değiştirdi
notice-assigned = { $who } sizi { $card } için sorumlu kıldı
notice-assigned-many = { $who } sizi { $count } kart için sorumlu kıldı
notice-assigned-several = { $who } sizi birkaç kart için sorumlu kıldı
notice-shared = { $who }, { $card } kartını sizinle paylaştı
notice-finished = { $job } tamamlandı
notice-failed = { $job } başarısız oldu
notice-finished-gone = Arka plandaki iş tamamlandı

settings-notifications = Bildirimler
notices-lead = Size nelerin haber verileceği. Kendi yaptıklarınız ve göremediğiniz kartlar size hiçbir zaman haber verilmez.
notices-what = Ne zaman
notices-shown = Kartotek'te
notices-mailed = E-postayla
notices-kind-mentioned = Biri sizi veya ekibinizi andığında
notices-kind-comment = Biri takip ettiğiniz bir karta yorum yaptığında
notices-kind-activity = Takip ettiğiniz bir karta not, görüşme veya görev eklendiğinde
notices-kind-changed = Takip ettiğiniz bir kart değiştirildiğinde
notices-kind-assigned = Bir şeyden sorumlu kılındığınızda
notices-kind-shared = Sizinle bir kart paylaşıldığında
notices-kind-finished = İçe aktarmanız veya başka bir uzun işiniz bittiğinde
notices-follow = Katılarak takip et
notices-follow-help = Yorum yaptığınız, anıldığınız veya sorumlusu olduğunuz kartları, birini bırakmadıkça takip edersiniz.
notices-chosen = Kaydedildi
job-records-bulk = Çok sayıda kartta değişiklik

## Mektuplar

notices-letter-subject =
    { $count ->
        [one] { $count } bildirim
       *[other] { $count } bildirim
    }
notices-letter-open = Kartotek'te aç
notices-letter-foot = E-postayla haber almayı seçtiğiniz için bunu alıyorsunuz. Değiştirin: { $address }
job-notices-by-mail = E-postayla bildirimler
job-mail-send = Mektup gönderme

settings-mail = Giden posta
mail-server = Mektuplar { $host } üzerinden { $sender } adına gönderilir.
mail-none = Posta sunucusu kurulmamış; mektuplar burada saklanır ve hiçbir şey gönderilmez. Kartotek'i çalıştıran kişi smtp ve mail_from ile bir sunucu kurar.
mail-trouble = Posta sunucusu mektupları almıyor. Kendiliğinden yeniden gönderilirler.
mail-empty = Henüz mektup yok
mail-subject = Konu
mail-state = Durum
mail-when = Zaman
mail-words = Mektup
mail-enclosed = Mektupla gidenler
mail-waiting = Bekliyor
mail-sent = Gönderildi
mail-failed = Başarısız
mail-kept = Burada saklı
mail-next = Yeniden denenecek
mail-send = Gönder
mail-test = Deneme mektubu gönder
mail-test-subject = Kartotek'ten deneme mektubu
mail-test-text = Bunu okuyorsanız mektuplar ulaşıyor demektir.
mail-on-its-way = Mektup yolda
mail-is-kept = Mektup giden postada saklandı
mail-words-gone = Gönderilenler saklanmaz.
mail-words-of-owners = Bu mektubu yalnızca sahipler okuyabilir.
mail-no-server = Posta sunucusu kurulmadığı için hiçbir şey gönderilemez.
mail-is-sent = Zaten gönderildi.

## E-postayla davetler

invitation-way = Nasıl ulaşacağı
invitation-language = Mektubun dili
invitation-by-mail = E-postayla
invitation-by-mail-from = Gönderen: { $sender }
invitation-by-mail-kept = Posta sunucusu kurulmamış: mektup giden postada saklanır
invitation-by-link = Bağlantıyla
invitation-by-link-note = Bir kez gösterilir; kendiniz iletirsiniz
invitation-sent = { $email } adresine davet yolda
invitation-kept = { $email } adresine davet giden postada saklandı
invitation-again = Yeniden gönder
invitation-letter-subject = { $who } sizi { $workspace } çalışma alanına davet ediyor
invitation-letter-text = { $who } sizi Kartotek ile { $workspace } çalışma alanında birlikte çalışmaya davet ediyor.
invitation-letter-accept = Daveti kabul et
invitation-letter-until = Bağlantı bir kez, { $date } tarihine kadar çalışır.
invitation-letter-foot = Bu mektubu beklemiyorsanız bir şey yapmanız gerekmez.
