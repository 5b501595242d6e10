### Roller: hangi kartlarla ve alanlarla ne yapılabileceği.

settings-roles = Roller
roles-lead = Siz kendi rollerinizi verene kadar üyeler tüm kartlarla her şeyi yapabilir. Sonra bu rollerin birlikte izin verdiğini yapabilirler.
role-name = Rol
role-have-it = Bu roldekiler
role-always = Her zaman vardır
role-new = Kendi rolünüz
role-new-lead = Üyenin yapabildiği her şeyle başlar. Sonra neyin az olacağını belirleyin.
role-add = Rol ekle
role-added = { $name } eklendi
role-saved = { $name } kaydedildi
role-retire = Kaldır
role-retire-title = Bu rolü kaldır
role-retire-lead = Yalnızca artık kimsede yoksa.
role-retired = { $name } kaldırıldı
role-restored = { $name } geri geldi
rights-title = İzin verdikleri
rights-lead = Kimin kartlarıyla ne yapılabileceği. İlk satır, başka bir şey söylemeyen her tür kart için geçerlidir.
rights-card = Kartlar
rights-every = Diğerlerinin tümü
rights-inherit = Yukarıdaki gibi
rights-cell = { $object }: { $verb }
verb-see = Görme
verb-create = Oluşturma
verb-edit = Düzenleme
verb-delete = Silme
verb-export = Dışa aktarma
verb-import = İçe aktarma
verb-merge = Birleştirme
verb-bulk = Toplu değişiklik
reach-none = Hiçbiri
reach-own = Kendisininki
reach-team = Ekibinki
reach-department = Bölümünki
reach-location = Yerinki
reach-all = Tümü
fields-title = Alanlar: { $object }
fields-lead = Bu rolün ulaştığı kartların her alanıyla ne yapılabileceği.
fields-link =
    { $count ->
        [0] Alanlar
       *[other] Alanlar: { $count } kısıtlı
    }
field-right-editable = Düzenlenebilir
field-right-read-only = Salt okunur
field-right-hidden = Gizli
fields-saved = Alanlar kaydedildi
member-open = Roller ve birimler
member-roles = Kendi rolleriniz
member-roles-lead = { $name } ({ $role }). Kendi rolünüz yoksa bunun izin verdiği her şeyi, varsa bunların birlikte izin verdiğini yapabilir.
member-roles-admin = { $name } ({ $role }) rolleri ne olursa olsun her şeyi yapabilir.
member-roles-none = Henüz kendi rolünüz yok.
member-roles-make = Bir tane oluştur
member-roles-saved = { $name } için roller kaydedildi
member-units = Birimler
member-units-none = { $name } hiçbir birimde değil. Ekibi, bölümü ve yeri yalnızca kendisidir.
member-may = { $name } neler yapabilir

# Tek bir kartı paylaşmak
share = Paylaş
share-card = { $name } kartını paylaş
share-lead = Biri bu kartı, rolünün izin verdiğinin ötesinde görür veya düzenler.
share-with = Kiminle
share-choose = Bir kişi veya birim seçin
share-unit = { $unit } içindeki herkes
share-may = Yapabilecekleri
share-may-see = Görmek
share-may-edit = Görmek ve düzenlemek
share-until = Son gün
share-until-help = Paylaşım bu günün sonunda biter. Süresiz paylaşmak için boş bırakın.
share-for-good = Süresiz
share-by = Paylaşan
share-present = Paylaşılanlar
share-none = Bu kart kimseyle paylaşılmadı.
share-end = Bitir
share-end-with = { $name } ile paylaşımı bitir
toast-shared = { $name } ile paylaşıldı
toast-unshared = { $name } ile paylaşım bitti

# Birinin bir kartı neden görebildiği
why = Bunu neden görebiliyorum?
why-of = { $name } bunu neden görebiliyor?
why-lead = Aşağıdaki her satır tek başına yeterlidir.
why-who = Kişi
why-ask = Göster
why-see = Görmek
why-edit = Düzenlemek
why-see-not = Bu kişi bu kartı göremez.
why-edit-not = Bu kartı düzenlemeye izin veren bir şey yok.
why-built-in = { $role } rolü çalışma alanındaki her kartı kapsar.
why-role-all = { $role } rolü herkesin bu türden kartlarını kapsar ({ $cards }).
why-role-own = { $role } rolü kişinin kendi kartlarını kapsar ve bu onlardan biridir.
why-role-unit = { $role } rolü { $unit } içindeki herkesin kartlarını kapsar ve bu kartın sorumlusu { $whose }.
why-shared = { $who }, bunu { $with } ile paylaştı.
why-shared-until = { $who }, bunu { $until } tarihine kadar { $with } ile paylaştı.

# An administrator looks as a member
view-as = { $name } olarak bak
view-as-lead = Çalışma alanını { $name } gibi görür ve bu sırada hiçbir şeyi değiştirmezsiniz. Baktığınız günlüğe yazılır.
view-as-banner = Kartotek’i { $name } gibi görüyorsunuz. Hiçbir şey değiştirilemez.
view-as-end = Bitir
