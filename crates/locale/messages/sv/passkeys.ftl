### Nycklar: inloggning utan lösenord.

passkeys = Nycklar
passkeys-lead = En nyckel i din enhet som loggar in dig med finger, ansikte eller pinkod. Ingen kan gissa den eller lura av dig den.
passkeys-none = Inga nycklar ännu.
passkeys-count =
    { $count ->
        [one] En nyckel
       *[other] { $count } nycklar
    }
passkeys-manage = Hantera
passkey-add = Lägg till en nyckel
passkey-name-help = Det du känner igen den på, till exempel Jobbdatorn.
passkey-used = Senast använd
passkey-never = Aldrig
passkey-made = Skapad
passkey-for = För
passkey-remove-of = Ta bort { $name }
passkey-added = { $name } loggar in dig från och med nu
passkey-renamed = { $name } har sparats
passkey-removed = Nyckeln öppnar ingenting längre
passkey-unable = Din webbläsare kan inte skapa nycklar här. Det kräver en aktuell webbläsare med skript.
passkey-sign-in = Logga in med nyckel
passkey-or = eller
passkey-stopped = Inget kom från enheten. Försök igen.
