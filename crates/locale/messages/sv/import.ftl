### Import av filer: vad som är fel med dem och vad det blev av dem.

import-uid = Nummer i det andra programmet
import-done = { NUMBER($created) } skapade, { NUMBER($updated) } uppdaterade, { NUMBER($bad) } avvisade
import-undone = { NUMBER($count) } ändringar togs tillbaka; { NUMBER($kept) } lämnades, eftersom de har ändrats igen
import-is-a-backup = Detta är en säkerhetskopia av en arbetsyta. Återställ den från kommandoraden: kartotek import FIL
import-unknown-format = Detta är varken en tabell (CSV) eller en vCard-fil. Exportera dina kontakter som någon av dem och välj den filen.
import-started-already = Importen har startat. Importera filen igen för att ändra hur den läses.
import-match-needed = Välj vilka fält raderna ska hitta sina kort med.
import-cannot-match = Kort kan inte hittas med detta fält. Välj e-post, telefon, namn eller en text.
import-no-such-target = Fältet finns inte längre. Välj ett annat.
import-mapped-twice = En annan kolumn fyller redan detta fält. Utelämna en av dem.
import-nothing-mapped = Ingen kolumn har någon betydelse än. Välj ett fält för minst en.
import-file-changed = Kolumnerna passar inte längre filen. Importera filen igen.
import-nothing-to-undo = Importen har inte ändrat något som kan ångras.
import-several-match = Flera kort passar raden. Slå ihop dem eller hitta dem med ett annat fält.
import-row-refused = Raden kan inte sparas som den är.
import-row-too-long = Filen kan inte läsas härifrån: ett citattecken stängs aldrig, eller så är raden för lång.
import-unreadable = Filen kan inte läsas härifrån.
import-card-too-large = Kortet är för stort.
import-card-empty = Kortet säger ingenting om någon.
import-outside-card = Texten hör inte till något kort.
