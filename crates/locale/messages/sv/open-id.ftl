### Inloggning med ett konto hos en annan tjänst.

open-id = Logga in med företagets konto
open-id-lead = Alla tjänster som talar OpenID Connect, till exempel Microsoft Entra, Google, Keycloak eller authentik.
open-id-back = Adress som folk skickas tillbaka till
open-id-back-help = Registrera den hos tjänsten som redirect URI.
open-id-label = Namn på knappen
open-id-issuer = Utfärdare (issuer)
open-id-issuer-help = Till exempel: https://login.example.com/realms/work
open-id-client = Klient-id
open-id-secret = Klienthemlighet
open-id-secret-kept = Den är sparad och visas inte. Lämna tomt för att behålla den.
open-id-newcomers = Den som inte har något konto här än
open-id-nobody = Stannar utanför tills de bjuds in
open-id-becomes = Blir { $role }
open-id-domains = Med en e-postadress hos
open-id-domains-help = Till exempel: example.com, example.se
open-id-claim = Claim som namnger grupper
open-id-claim-help = Ofta ”groups” eller ”roles”. Tomt: roller ges bara här.
open-id-roles = Grupper och roller
open-id-roles-help = En per rad: grupp = roll. En roll är admin, member, read_only eller en egen vid namn.
open-id-saved = Man kan nu logga in med { $name }
open-id-forget = Sluta använda den
open-id-forgotten = Ingen loggar längre in med en annan tjänst
open-id-continue = Fortsätt med { $name }
