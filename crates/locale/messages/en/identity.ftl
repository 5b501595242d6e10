### Workspaces, users, signing in and invitations.

identity-name-empty = Enter a name.
identity-name-too-long = Use at most { $most } characters for the name.
identity-email-unreadable = Enter an e-mail address such as anna@example.com.
identity-email-taken = Another user has this e-mail address.
identity-language-unknown = Choose one of the languages.
identity-country-unknown = Choose a country.
identity-currency-unknown = Choose a currency.
identity-time-zone-unknown = Choose a time zone, such as Europe/London.
identity-choice-unknown = Choose one of the options.
identity-password-too-short = Use at least { $least } characters.
identity-password-too-long = Use at most { $most } characters.
identity-password-is-yours = Choose a password other than your name or e-mail address.
identity-password-common = Many people use this password, so it is guessed first. Choose another.
identity-password-wrong = This password is not correct.
identity-sign-in-wrong = E-mail address or password is not correct.
identity-sign-in-no-workspace = You are not a member of any workspace. Ask an administrator to invite you.
identity-sign-in-busy = Many people are signing in right now. Try again in a moment.
identity-already-set-up = Kartotek has already been set up. Sign in instead.
identity-last-owner = A workspace needs an owner. Make somebody else an owner first.
identity-already-member = Somebody with this e-mail address is already a member.
identity-invitation-over = This invitation has expired, was used or was withdrawn. Ask for a new one.
