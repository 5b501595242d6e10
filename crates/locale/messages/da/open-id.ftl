### Login med en konto hos en anden tjeneste.

open-id = Log ind med firmaets konto
open-id-lead = Enhver tjeneste, der taler OpenID Connect, for eksempel Microsoft Entra, Google, Keycloak eller authentik.
open-id-back = Adresse, folk sendes tilbage til
open-id-back-help = Registrér den hos tjenesten som redirect URI.
open-id-label = Navn på knappen
open-id-issuer = Udsteder (issuer)
open-id-issuer-help = For eksempel: https://login.example.com/realms/work
open-id-client = Klient-id
open-id-secret = Klienthemmelighed
open-id-secret-kept = Den er gemt og vises ikke. Lad feltet stå tomt for at beholde den.
open-id-newcomers = Den, der ikke har en konto her endnu
open-id-nobody = Bliver udenfor, indtil de inviteres
open-id-becomes = Bliver { $role }
open-id-domains = Med en e-mailadresse hos
open-id-domains-help = For eksempel: example.com, example.dk
open-id-claim = Claim, der navngiver grupper
open-id-claim-help = Ofte “groups” eller “roles”. Tom: roller gives kun her.
open-id-roles = Grupper og roller
open-id-roles-help = Én pr. linje: gruppe = rolle. En rolle er admin, member, read_only eller en af jeres egne ved navn.
open-id-saved = Folk kan nu logge ind med { $name }
open-id-forget = Brug den ikke mere
open-id-forgotten = Ingen logger længere ind med en anden tjeneste
open-id-continue = Fortsæt med { $name }
