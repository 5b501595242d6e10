### Arbejdsområder, brugere, login og invitationer.

identity-name-empty = Skriv et navn.
identity-name-too-long = Brug højst { $most } tegn til navnet.
identity-email-unreadable = Skriv en e-mailadresse, for eksempel anna@eksempel.dk.
identity-email-taken = En anden bruger har denne e-mailadresse.
identity-language-unknown = Vælg et af sprogene.
identity-country-unknown = Vælg et land.
identity-currency-unknown = Vælg en valuta.
identity-time-zone-unknown = Vælg en tidszone, for eksempel Europe/Copenhagen.
identity-choice-unknown = Vælg en af mulighederne.
identity-password-too-short = Brug mindst { $least } tegn.
identity-password-too-long = Brug højst { $most } tegn.
identity-password-is-yours = Vælg en anden adgangskode end dit navn eller din e-mailadresse.
identity-password-common = Mange bruger denne adgangskode, så den gættes først. Vælg en anden.
identity-password-wrong = Adgangskoden er forkert.
identity-sign-in-wrong = E-mailadressen eller adgangskoden er forkert.
identity-sign-in-no-workspace = Du er ikke medlem af noget arbejdsområde. Bed en administrator om at invitere dig.
identity-sign-in-busy = Mange logger ind lige nu. Prøv igen om lidt.
identity-already-set-up = Kartotek er allerede sat op. Log ind i stedet.
identity-last-owner = Et arbejdsområde skal have en ejer. Gør først en anden til ejer.
identity-already-member = En person med denne e-mailadresse er allerede medlem.
identity-invitation-over = Invitationen er udløbet, brugt eller trukket tilbage. Bed om en ny.
