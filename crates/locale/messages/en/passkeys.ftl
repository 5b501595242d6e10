### Passkeys: signing in without a password.

passkeys = Passkeys
passkeys-lead = A key on your device that signs you in with a finger, a face or a PIN. Nobody can guess it or lure it from you.
passkeys-none = No passkeys yet.
passkeys-count =
    { $count ->
        [one] One passkey
       *[other] { $count } passkeys
    }
passkeys-manage = Manage
passkey-add = Add a passkey
passkey-name-help = What you will know it by, such as Work laptop.
passkey-used = Last used
passkey-never = Never
passkey-made = Made
passkey-for = For
passkey-remove-of = Remove { $name }
passkey-added = { $name } signs you in from now on
passkey-renamed = { $name } was saved
passkey-removed = The passkey opens nothing any more
passkey-unable = Your browser cannot make passkeys here. They need a current browser with scripts.
passkey-sign-in = Sign in with a passkey
passkey-or = or
passkey-stopped = Nothing came from the device. Try again.
