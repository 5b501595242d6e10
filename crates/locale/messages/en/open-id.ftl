### Signing in with the account of another service.

open-id = Sign in with your company’s account
open-id-lead = Any service that speaks OpenID Connect, such as Microsoft Entra, Google, Keycloak or authentik.
open-id-back = Address to send people back to
open-id-back-help = Register it with the service as the redirect URI.
open-id-label = Name on the button
open-id-issuer = Issuer
open-id-issuer-help = For instance: https://login.example.com/realms/work
open-id-client = Client ID
open-id-secret = Client secret
open-id-secret-kept = It is kept and not shown. Leave it empty to keep it.
open-id-newcomers = Who has no account here yet
open-id-nobody = Stays outside until invited
open-id-becomes = Becomes { $role }
open-id-domains = With an e-mail address at
open-id-domains-help = For instance: example.com, example.dk
open-id-claim = Claim that names groups
open-id-claim-help = Often “groups” or “roles”. Empty: roles are given here only.
open-id-roles = Groups and roles
open-id-roles-help = One on a line: group = role. A role is admin, member, read_only, or one of your own by its name.
open-id-saved = People can sign in with { $name } now
open-id-forget = Stop using it
open-id-forgotten = Nobody signs in with another service any more
open-id-continue = Continue with { $name }
