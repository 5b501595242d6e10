### Importguiden.

## Trin

import-steps = Importens trin
import-step-file = Fil
import-step-understood = Hvad vi forstod
import-step-columns = Kolonner
import-step-try = Prøvekørsel
import-step-result = Resultat

## Filen

import-drop = Træk en fil hertil, eller vælg en
import-drop-kinds = Excel (XLSX), CSV, TSV eller vCard fra enhver adressebog eller ethvert CRM, op til 2 GB
import-drop-promise = Intet gemmes, før du har set, hvad der vil ske.
import-template = Eller udfyld først en tom projektmappe:
import-read-file = Læs filen
import-no-file = Vælg en fil
import-empty-file = Filen er tom. Vælg en anden.
import-other-file = Anden fil
import-another-file = Importér en anden fil
import-earlier = Tidligere importer
import-file = Fil
import-what-happened = Hvad der skete
import-by = importeret af { $name }
import-state-mapping = Ikke startet
import-state-dry-run = Tæller
import-state-running = I gang
import-state-done = Færdig
import-state-failed = Mislykket
import-state-undone = Fortrudt
import-state-cancelled = Stoppet
import-count-created = { $count } oprettet
import-count-updated = { $count } opdateret
import-count-unchanged = { $count } uændret
import-count-rejected = { $count } afvist

## Hvad vi forstod

import-about = cirka { $rows }
import-rows =
    { $count ->
        [one] { $count } række
       *[other] { $count } rækker
    }
import-cards =
    { $count ->
        [one] { $count } kort
       *[other] { $count } kort
    }
import-from-program = Filen er eksporteret fra { $program }. Kolonnerne er kendte.
import-encoding = Tegnsæt
import-separator = Skilletegn
import-sheet = Ark
import-sheet-hidden = skjult
import-comma = Komma
import-semicolon = Semikolon
import-bar = Lodret streg
import-tab = Tabulator
import-first-row = Første række
import-first-row-names = Kolonnernes navne
import-first-row-card = Allerede et kort
import-each-row = Hver række er
import-column = Kolonne i filen
import-column-number = Kolonne { $number }
import-samples = Eksempler
import-beginning = Begyndelsen af filen
import-more-columns =
    { $count ->
        [one] Og { $count } kolonne mere
       *[other] Og { $count } kolonner mere
    }
import-to-columns = Fordel kolonnerne
import-read-again = Læs filen igen
import-no-rows = Der er ingen rækker i filen. Se efter skilletegnet og den første række, eller vælg en anden fil.
import-no-cards = Der er ingen kort i filen. Vælg en anden fil.
import-cards-understood = De første kort i filen:
import-script-western = Vesteuropa
import-script-turkish = tyrkisk
import-script-cyrillic = kyrillisk
import-script-central-european = Centraleuropa
import-script-greek = græsk
import-script-hebrew = hebraisk
import-script-arabic = arabisk
import-script-baltic = baltisk
import-script-chinese = kinesisk
import-script-chinese-traditional = traditionelt kinesisk
import-script-japanese = japansk
import-script-korean = koreansk

## Kolonner

import-goes-to = Bliver til
import-column-goes-to = { $column } bliver til
import-note = Bemærkning
import-leave-out = Udelad
import-left-out = Udeladt
import-empty-columns =
    { $count ->
        [one] { $count } kolonne er tom i begyndelsen af filen
       *[other] { $count } kolonner er tomme i begyndelsen af filen
    }
import-other-targets = Andet
import-related = Relateret person
import-related-role = Relateret persons rolle
import-labelled = som »{ $label }«
import-several-values = flere værdier, adskilt af { $mark }
import-cells-of-errors =
    { $count ->
        [one] { $count } celle siger { $error } og tæller som tom
       *[other] { $count } celler siger { $error } og tæller som tomme
    }
import-yes-means = ja betyder: { $meaning }
import-written = skrivemåde
import-written-as-found = Find selv ud af det
import-day-first = dag, måned, år
import-month-first = måned, dag, år
import-decimal-comma = 1.250,50
import-decimal-point = 1,250.50
import-look-again = Se efter rækkefølgen
import-mode = Hvad importen gør
import-mode-both = Opret nye kort, og opdater kendte
import-mode-both-note = Hvad filen lader stå tomt, forbliver, som det er.
import-mode-create = Opret kun nye kort
import-mode-create-note = Hvad der er her i forvejen, springes over.
import-mode-update = Opdater kun kendte kort
import-mode-update-note = Hvad der ikke er her endnu, springes over.
import-match = Genkend kendte kort på
import-match-help = Det første, der passer, gælder. Uden valg bliver alt til nye kort.
import-try = Prøv uden at gemme

## Prøvekørsel

import-nothing-saved = intet er gemt endnu
import-whole-file = Hele filen
import-counting = Tæller, hvad der vil ske
import-stop-counting = Stop optællingen
import-count-whole-file = Tæl hele filen
import-done-of = { $done } af { $total }
import-would-happen = Hvad der vil ske
import-created = oprettet
import-updated = opdateret
import-unchanged = uændret
import-skipped = sprunget over
import-rejected = afvist
import-named = relaterede kort oprettet
import-nothing-to-do = Alle kort er allerede, som filen siger, eller ingen række kan bruges. Der er intet at importere.
import-start = Start importen
import-start-count =
    { $count ->
        [one] Importér { $count } kort
       *[other] Importér { $count } kort
    }
import-discard = Kassér
import-discarded = Importen blev kasseret
import-row-by-row = Række for række
import-line = Linje
import-row-number = Række
import-what-happens = Hvad der sker
import-create = Opret
import-update = Opdater
import-same = Uændret
import-skip = Spring over
import-reject = Afvis
import-no-match = Kortet findes ikke endnu
import-changes = Ændrer: { $fields }
import-same-why = Alt står allerede på kortet
import-skip-why = Ikke valgt
import-card-of-this-file = Kort fra en tidligere række
import-first-rows-only =
    { $count ->
        [one] Kun den første række vises.
       *[other] Kun de første { $count } rækker vises.
    }

## Mens den kører

import-progress = Fremgang
import-waiting = Venter på, at andet arbejde bliver færdigt
import-beginning-to-read = Læser filen
import-linking = Forbinder kortene
import-rate = { $count } i sekundet
import-left = { $time } tilbage
import-may-close = Du kan roligt lukke siden. Arbejdet fortsætter.
import-stop = Stop
import-stopping = Stopper

## Resultat

import-are-in =
    { $count ->
        [one] { $count } kort er inde.
       *[other] { $count } kort er inde.
    }
import-took = Det tog { $time }.
import-can-be-undone = Hele importen kan fortrydes.
import-was-undone = Importen blev fortrudt. Hvad andre har ændret siden, er blevet stående.
import-was-discarded = Importen blev kasseret, før den begyndte.
import-was-stopped = Importen blev stoppet. Det, der nåede ind, er her og kan fortrydes.
import-has-failed = Importen stoppede på grund af en fejl. Det, der nåede ind, er her og kan fortrydes.
import-taking-back = Fortryder importen
import-see-cards = Se kortene
import-rejected-rows =
    { $count ->
        [one] { $count } afvist række
       *[other] { $count } afviste rækker
    }
import-rejected-file = afvist
import-undo = Fortryd importen
