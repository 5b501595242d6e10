### Import af filer: hvad der er galt med dem, og hvad der blev af dem.

import-uid = Nummer i det andet program
import-done = { NUMBER($created) } oprettet, { NUMBER($updated) } opdateret, { NUMBER($bad) } afvist
import-undone = { NUMBER($count) } ændringer taget tilbage; { NUMBER($kept) } er ladt stå, fordi de er ændret igen
import-is-a-backup = Dette er en sikkerhedskopi af et arbejdsområde. Gendan den fra kommandolinjen: kartotek import FIL
import-unknown-format = Dette er hverken en tabel (CSV) eller en vCard-fil. Eksportér dine kontakter som en af dem, og vælg den fil.
import-started-already = Importen er gået i gang. Importér filen igen for at ændre, hvordan den læses.
import-match-needed = Vælg, hvilke felter rækkerne skal finde deres kort på.
import-cannot-match = Kort kan ikke findes på dette felt. Vælg e-mail, telefon, navn eller en tekst.
import-no-such-target = Feltet findes ikke længere. Vælg et andet.
import-mapped-twice = En anden kolonne udfylder allerede dette felt. Udelad en af dem.
import-nothing-mapped = Ingen kolonne har en betydning endnu. Vælg et felt for mindst én.
import-file-changed = Kolonnerne passer ikke længere til filen. Importér filen igen.
import-nothing-to-undo = Importen har ikke ændret noget, der kan fortrydes.
import-several-match = Flere kort passer til rækken. Flet dem, eller find dem på et andet felt.
import-row-refused = Rækken kan ikke gemmes, som den er.
import-row-too-long = Filen kan ikke læses herfra: et anførselstegn lukkes aldrig, eller rækken er for lang.
import-unreadable = Filen kan ikke læses herfra.
import-card-too-large = Kortet er for stort.
import-card-empty = Kortet siger ikke noget om nogen.
import-outside-card = Teksten hører ikke til noget kort.
