### Başka bir hizmetin hesabıyla oturum açma.

open-id = Şirket hesabıyla oturum açma
open-id-lead = Microsoft Entra, Google, Keycloak ya da authentik gibi OpenID Connect konuşan her hizmet.
open-id-back = Kişilerin geri gönderileceği adres
open-id-back-help = Hizmette yönlendirme adresi (redirect URI) olarak kaydedin.
open-id-label = Düğmedeki ad
open-id-issuer = Yayımcı (issuer)
open-id-issuer-help = Örneğin: https://login.example.com/realms/work
open-id-client = İstemci kimliği
open-id-secret = İstemci gizli anahtarı
open-id-secret-kept = Saklıdır ve gösterilmez. Korumak için boş bırakın.
open-id-newcomers = Burada henüz hesabı olmayanlar
open-id-nobody = Davet edilene kadar dışarıda kalır
open-id-becomes = Rolü { $role } olur
open-id-domains = E-posta adresi şurada olan
open-id-domains-help = Örneğin: example.com, example.com.tr
open-id-claim = Grupları bildiren alan (claim)
open-id-claim-help = Genellikle “groups” ya da “roles”. Boşsa: roller yalnızca burada verilir.
open-id-roles = Gruplar ve roller
open-id-roles-help = Her satıra bir tane: grup = rol. Rol admin, member, read_only ya da kendi rolünüzün adıdır.
open-id-saved = Artık { $name } ile oturum açılabilir
open-id-forget = Kullanmayı bırak
open-id-forgotten = Artık kimse başka bir hizmetle oturum açmıyor
open-id-continue = { $name } ile devam et
