### Arbetsytor, användare, inloggning och inbjudningar.

identity-name-empty = Ange ett namn.
identity-name-too-long = Använd högst { $most } tecken i namnet.
identity-email-unreadable = Ange en e-postadress, till exempel anna@exempel.se.
identity-email-taken = En annan användare har den här e-postadressen.
identity-language-unknown = Välj ett av språken.
identity-country-unknown = Välj ett land.
identity-currency-unknown = Välj en valuta.
identity-time-zone-unknown = Välj en tidszon, till exempel Europe/Stockholm.
identity-choice-unknown = Välj ett av alternativen.
identity-password-too-short = Använd minst { $least } tecken.
identity-password-too-long = Använd högst { $most } tecken.
identity-password-is-yours = Välj ett annat lösenord än ditt namn eller din e-postadress.
identity-password-common = Många använder det här lösenordet, så det gissas först. Välj ett annat.
identity-password-wrong = Lösenordet är fel.
identity-sign-in-wrong = E-postadressen eller lösenordet är fel.
identity-sign-in-no-workspace = Du är inte medlem i någon arbetsyta. Be en administratör att bjuda in dig.
identity-sign-in-busy = Många loggar in just nu. Försök igen om en stund.
identity-already-set-up = Kartotek har redan konfigurerats. Logga in i stället.
identity-last-owner = En arbetsyta måste ha en ägare. Gör först någon annan till ägare.
identity-already-member = Någon med den här e-postadressen är redan medlem.
identity-invitation-over = Inbjudan har gått ut, använts eller dragits tillbaka. Be om en ny.
