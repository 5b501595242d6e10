### Влизане с акаунт от друга услуга.

open-id = Влизане с фирмения акаунт
open-id-lead = Всяка услуга с OpenID Connect, например Microsoft Entra, Google, Keycloak или authentik.
open-id-back = Адрес за връщане
open-id-back-help = Впишете го в услугата като redirect URI.
open-id-label = Име на бутона
open-id-issuer = Издател (issuer)
open-id-issuer-help = Например: https://login.example.com/realms/work
open-id-client = Идентификатор на клиента
open-id-secret = Тайна на клиента
open-id-secret-kept = Пази се и не се показва. Оставете празно, за да остане.
open-id-newcomers = Който още няма акаунт тук
open-id-nobody = Остава отвън, докато бъде поканен
open-id-becomes = Става { $role }
open-id-domains = С имейл адрес в
open-id-domains-help = Например: example.com, example.bg
open-id-claim = Поле (claim) с групите
open-id-claim-help = Често „groups“ или „roles“. Празно: ролите се дават само тук.
open-id-roles = Групи и роли
open-id-roles-help = По една на ред: група = роля. Роля е admin, member, read_only или ваша по име.
open-id-saved = Вече може да се влиза с { $name }
open-id-forget = Спри да я ползваш
open-id-forgotten = Вече никой не влиза с друга услуга
open-id-continue = Продължи с { $name }
