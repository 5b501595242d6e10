### Importguiden.

## Steg

import-steps = Importens steg
import-step-file = Fil
import-step-understood = Vad vi förstod
import-step-columns = Kolumner
import-step-try = Provkörning
import-step-result = Resultat

## Filen

import-drop = Släpp en fil här, eller välj en
import-drop-kinds = Excel (XLSX), CSV, TSV eller vCard från vilken adressbok eller vilket CRM som helst, upp till 2 GB
import-drop-promise = Inget sparas innan du har sett vad som kommer att hända.
import-template = Eller fyll först i en tom arbetsbok:
import-read-file = Läs filen
import-no-file = Välj en fil
import-empty-file = Filen är tom. Välj en annan.
import-other-file = Annan fil
import-another-file = Importera en annan fil
import-earlier = Tidigare importer
import-file = Fil
import-what-happened = Vad som hände
import-by = importerad av { $name }
import-state-mapping = Inte startad
import-state-dry-run = Räknar
import-state-running = Pågår
import-state-done = Klar
import-state-failed = Misslyckad
import-state-undone = Ångrad
import-state-cancelled = Stoppad
import-count-created = { $count } skapade
import-count-updated = { $count } uppdaterade
import-count-unchanged = { $count } oförändrade
import-count-rejected = { $count } avvisade

## Vad vi förstod

import-about = ungefär { $rows }
import-rows =
    { $count ->
        [one] { $count } rad
       *[other] { $count } rader
    }
import-cards =
    { $count ->
        [one] { $count } kort
       *[other] { $count } kort
    }
import-from-program = Filen är exporterad från { $program }. Kolumnerna är kända.
import-encoding = Teckenkodning
import-separator = Skiljetecken
import-sheet = Blad
import-sheet-hidden = dolt
import-comma = Komma
import-semicolon = Semikolon
import-bar = Lodstreck
import-tab = Tabb
import-first-row = Första raden
import-first-row-names = Kolumnernas namn
import-first-row-card = Redan ett kort
import-each-row = Varje rad är
import-column = Kolumn i filen
import-column-number = Kolumn { $number }
import-samples = Exempel
import-beginning = Början av filen
import-more-columns =
    { $count ->
        [one] Och { $count } kolumn till
       *[other] Och { $count } kolumner till
    }
import-to-columns = Fördela kolumnerna
import-read-again = Läs filen igen
import-no-rows = Det finns inga rader i filen. Kontrollera skiljetecknet och första raden, eller välj en annan fil.
import-no-cards = Det finns inga kort i filen. Välj en annan fil.
import-cards-understood = De första korten i filen:
import-script-western = Västeuropa
import-script-turkish = turkiska
import-script-cyrillic = kyrilliska
import-script-central-european = Centraleuropa
import-script-greek = grekiska
import-script-hebrew = hebreiska
import-script-arabic = arabiska
import-script-baltic = baltiska
import-script-chinese = kinesiska
import-script-chinese-traditional = traditionell kinesiska
import-script-japanese = japanska
import-script-korean = koreanska

## Kolumner

import-goes-to = Blir
import-column-goes-to = { $column } blir
import-note = Anmärkning
import-leave-out = Utelämna
import-left-out = Utelämnad
import-empty-columns =
    { $count ->
        [one] { $count } kolumn är tom i början av filen
       *[other] { $count } kolumner är tomma i början av filen
    }
import-other-targets = Annat
import-related = Närstående person
import-related-role = Närstående persons roll
import-labelled = som ”{ $label }”
import-several-values = flera värden, åtskilda av { $mark }
import-cells-of-errors =
    { $count ->
        [one] { $count } cell säger { $error } och räknas som tom
       *[other] { $count } celler säger { $error } och räknas som tomma
    }
import-yes-means = ja betyder: { $meaning }
import-written = skrivsätt
import-written-as-found = Ta reda på det
import-day-first = dag, månad, år
import-month-first = månad, dag, år
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = Kontrollera ordningen
import-mode = Vad importen gör
import-mode-both = Skapa nya kort och uppdatera kända
import-mode-both-note = Det som filen lämnar tomt förblir som det är.
import-mode-create = Skapa bara nya kort
import-mode-create-note = Det som redan finns hoppas över.
import-mode-update = Uppdatera bara kända kort
import-mode-update-note = Det som inte finns än hoppas över.
import-match = Känn igen kända kort på
import-match-help = Det första som stämmer gäller. Utan val blir allt nya kort.
import-try = Prova utan att spara

## Provkörning

import-nothing-saved = inget har sparats än
import-whole-file = Hela filen
import-counting = Räknar vad som kommer att hända
import-stop-counting = Sluta räkna
import-count-whole-file = Räkna hela filen
import-done-of = { $done } av { $total }
import-would-happen = Vad som kommer att hända
import-created = skapade
import-updated = uppdaterade
import-unchanged = oförändrade
import-skipped = överhoppade
import-rejected = avvisade
import-named = relaterade kort skapade
import-nothing-to-do = Alla kort är redan som filen säger, eller så kan ingen rad användas. Det finns inget att importera.
import-start = Starta importen
import-start-count =
    { $count ->
        [one] Importera { $count } kort
       *[other] Importera { $count } kort
    }
import-discard = Kasta
import-discarded = Importen kastades
import-row-by-row = Rad för rad
import-line = Rad
import-row-number = Rad
import-what-happens = Vad som händer
import-create = Skapa
import-update = Uppdatera
import-same = Oförändrad
import-skip = Hoppa över
import-reject = Avvisa
import-no-match = Kortet finns inte än
import-changes = Ändrar: { $fields }
import-same-why = Allt står redan på kortet
import-skip-why = Inte valt
import-card-of-this-file = Kort från en tidigare rad
import-first-rows-only =
    { $count ->
        [one] Bara den första raden visas.
       *[other] Bara de första { $count } raderna visas.
    }

## Medan den pågår

import-progress = Förlopp
import-waiting = Väntar på att annat arbete blir klart
import-beginning-to-read = Läser filen
import-linking = Kopplar ihop korten
import-rate = { $count } i sekunden
import-left = { $time } kvar
import-may-close = Du kan stänga sidan. Arbetet fortsätter.
import-stop = Stoppa
import-stopping = Stoppar

## Resultat

import-are-in =
    { $count ->
        [one] { $count } kort är inne.
       *[other] { $count } kort är inne.
    }
import-took = Det tog { $time }.
import-can-be-undone = Hela importen kan ångras.
import-was-undone = Importen ångrades. Det som andra har ändrat sedan dess står kvar.
import-was-discarded = Importen kastades innan den började.
import-was-stopped = Importen stoppades. Det som hann komma in finns här och kan ångras.
import-has-failed = Importen stannade på grund av ett fel. Det som hann komma in finns här och kan ångras.
import-taking-back = Ångrar importen
import-see-cards = Visa korten
import-rejected-rows =
    { $count ->
        [one] { $count } avvisad rad
       *[other] { $count } avvisade rader
    }
import-rejected-file = avvisade
import-undo = Ångra importen
