### Adgangsnøgler: login uden adgangskode.

passkeys = Adgangsnøgler
passkeys-lead = En nøgle på din enhed, der logger dig ind med finger, ansigt eller pinkode. Ingen kan gætte den eller lokke den fra dig.
passkeys-none = Ingen adgangsnøgler endnu.
passkeys-count =
    { $count ->
        [one] Én adgangsnøgle
       *[other] { $count } adgangsnøgler
    }
passkeys-manage = Administrér
passkey-add = Tilføj en adgangsnøgle
passkey-name-help = Det du vil kende den på, for eksempel Bærbar på arbejdet.
passkey-used = Sidst brugt
passkey-never = Aldrig
passkey-made = Oprettet
passkey-for = Til
passkey-remove-of = Fjern { $name }
passkey-added = { $name } logger dig ind fra nu af
passkey-renamed = { $name } er gemt
passkey-removed = Adgangsnøglen åbner ikke længere noget
passkey-unable = Din browser kan ikke lave adgangsnøgler her. Det kræver en nyere browser med scripts.
passkey-sign-in = Log ind med adgangsnøgle
passkey-or = eller
passkey-stopped = Der kom intet fra enheden. Prøv igen.
