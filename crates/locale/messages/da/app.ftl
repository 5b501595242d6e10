### Eksempeldata: hvad de siger, og hvad der siges om dem.

sample-filling = Eksempeldata lægges ind. De er her om et øjeblik.
sample-removing = Eksempeldata fjernes.
sample-filled = Eksempeldata er lagt ind.
sample-removed = Eksempeldata er væk.
sample-removed-partly =
    { $count ->
        [one] Eksempeldata er væk, undtagen { $count } kort, som nogen har ændret.
       *[other] Eksempeldata er væk, undtagen { $count } kort, som nogen har ændret.
    }
sample-is-there = Eksempeldata er lagt ind i forvejen.
sample-is-busy = Eksempeldata lægges ind eller fjernes lige nu. Vent, til det er færdigt.
change-sample = Eksempeldata lagt ind

## Cards

sample-household = Familien { $name }
sample-tag-customer = Kunde
sample-tag-supplier = Leverandør
sample-tag-partner = Partner
sample-tag-newsletter = Nyhedsbrev
sample-tag-vip = Stamkunde
sample-industry-boats = Både
sample-industry-construction = Byggeri
sample-industry-plumbing = VVS
sample-industry-furniture = Møbler
sample-industry-accounting = Regnskab
sample-industry-transport = Transport
sample-industry-bakery = Bageri
sample-industry-electricity = El-arbejde
sample-industry-software = Software
sample-industry-food = Fødevarer
sample-industry-health = Sundhed
sample-industry-gardens = Haver
sample-industry-timber = Træ
sample-industry-engineering = Maskinteknik
sample-industry-textiles = Tekstiler
sample-industry-trade = Handel
sample-refused-newsletter = Vil ikke have nyhedsbreve mere
sample-refused-phone = Vil kun have breve, ingen opkald
sample-refused-leave = På orlov, vil have fred så længe
sample-refused-all = Har bedt os om ikke at henvende os igen
sample-refused-offer = Har en anden leverandør og er tilfreds

## What was said

sample-note-1 = Mødt på messen. Interesseret i en serviceaftale til næste sæson.
sample-note-2 = Vil helst ringes op om formiddagen, aldrig efter klokken tre.
sample-note-3 = Har sendt prisliste og to referencer på mail.
sample-note-4 = Beslutter sammen med sin partner; begge skal med til mødet.
sample-note-5 = Betalte igen inden for en uge. En fornøjelse at arbejde med.
sample-note-6 = Flytter til nyt kontor til foråret; spørg efter den nye adresse til den tid.
sample-note-7 = Sidste levering kom en dag for sent. Undskyldte og gav fem procent på den næste.
sample-note-8 = Har en hund, der hedder Bella. Altid et spørgsmål værd.
sample-note-9 = Vil sammenligne vores tilbud med to andre inden sommer.
sample-note-10 = Har anbefalet os til en nabo.
sample-call-1 = Gennemgik tilbuddet. Vil have et besøg mere, før det besluttes.
sample-call-2 = Bad om en kopi af den sidste faktura.
sample-call-3 = Glad for arbejdet. Vil gerne mindes om det til efteråret.
sample-call-4 = Bekræftede aftalen; man parkerer bag huset.
sample-call-5 = Vil tænke over det til næste uge.
sample-call-6 = Bestilte det samme som sidste år.
sample-call-7 = En ny kollega tager over; skriver navnet til os.
sample-call-8 = Spurgte om leveringstiden. Besvaret.
sample-deal-1 = Årlig serviceaftale
sample-deal-2 = Nyt udstyr
sample-deal-3 = Prøveordre
sample-deal-4 = Fornyelse i to år
sample-deal-5 = Indretning af værkstedet
sample-deal-6 = Udvidelse af ordren
sample-deal-7 = Levering til sommeren
sample-deal-8 = Rådgivning og planlægning
sample-deal-9 = Udskiftning af de gamle maskiner
sample-deal-10 = Rammeaftale
sample-task-1 = Send tilbuddet
sample-task-2 = Spørg, om leveringen er kommet frem
sample-task-3 = Forbered årsmødet
sample-task-4 = Send den underskrevne kontrakt
sample-task-5 = Find den åbne faktura
sample-task-6 = Aftal en dag for et besøg
sample-task-7 = Skriv et fødselsdagskort
sample-task-8 = Opdater prislisten
sample-appointment-1 = Besøg hos kunden
sample-appointment-2 = Kontraktforhandling
sample-appointment-3 = Demonstration
sample-appointment-4 = Gennemgang af levering
sample-appointment-5 = Årligt gennemgangsmøde
sample-appointment-6 = Besigtigelse
sample-meeting = Ugemøde
