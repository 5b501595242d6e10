### Exempeldata: vad de säger och vad som sägs om dem.

sample-filling = Exempeldata läggs in. De finns här om ett ögonblick.
sample-removing = Exempeldata tas bort.
sample-filled = Exempeldata är inlagda.
sample-removed = Exempeldata är borta.
sample-removed-partly =
    { $count ->
        [one] Exempeldata är borta, utom { $count } kort som någon har ändrat.
       *[other] Exempeldata är borta, utom { $count } kort som någon har ändrat.
    }
sample-is-there = Exempeldata är redan inlagda.
sample-is-busy = Exempeldata läggs in eller tas bort just nu. Vänta tills det är klart.
change-sample = Exempeldata inlagda

## Cards

sample-household = Familjen { $name }
sample-tag-customer = Kund
sample-tag-supplier = Leverantör
sample-tag-partner = Partner
sample-tag-newsletter = Nyhetsbrev
sample-tag-vip = Stamkund
sample-industry-boats = Båtar
sample-industry-construction = Bygg
sample-industry-plumbing = VVS
sample-industry-furniture = Möbler
sample-industry-accounting = Redovisning
sample-industry-transport = Transport
sample-industry-bakery = Bageri
sample-industry-electricity = Elarbeten
sample-industry-software = Programvara
sample-industry-food = Livsmedel
sample-industry-health = Hälsa
sample-industry-gardens = Trädgård
sample-industry-timber = Trä
sample-industry-engineering = Maskinteknik
sample-industry-textiles = Textilier
sample-industry-trade = Handel
sample-refused-newsletter = Vill inte ha nyhetsbrev längre
sample-refused-phone = Vill bara ha brev, inga samtal
sample-refused-leave = Tjänstledig, vill ha lugn till dess
sample-refused-all = Har bett oss att inte höra av oss igen
sample-refused-offer = Har en annan leverantör och är nöjd

## What was said

sample-note-1 = Träffades på mässan. Intresserad av ett serviceavtal till nästa säsong.
sample-note-2 = Vill helst bli uppringd på förmiddagen, aldrig efter klockan tre.
sample-note-3 = Skickade prislista och två referenser med e-post.
sample-note-4 = Bestämmer tillsammans med sin partner; båda ska vara med på mötet.
sample-note-5 = Betalade inom en vecka igen. Ett nöje att arbeta med.
sample-note-6 = Flyttar till nytt kontor i vår; fråga efter den nya adressen då.
sample-note-7 = Senaste leveransen kom en dag för sent. Bad om ursäkt och gav fem procent på nästa.
sample-note-8 = Har en hund som heter Bella. Alltid värt en fråga.
sample-note-9 = Vill jämföra vår offert med två andra före sommaren.
sample-note-10 = Har rekommenderat oss till en granne.
sample-call-1 = Gick igenom offerten. Vill ha ett besök till före beslutet.
sample-call-2 = Bad om en kopia av den senaste fakturan.
sample-call-3 = Nöjd med arbetet. Vill bli påmind i höst.
sample-call-4 = Bekräftade tiden; parkering finns bakom huset.
sample-call-5 = Vill fundera till nästa vecka.
sample-call-6 = Beställde samma som förra året.
sample-call-7 = En ny kollega tar över; skriver namnet till oss.
sample-call-8 = Fråga om leveranstiden. Besvarad.
sample-deal-1 = Årligt serviceavtal
sample-deal-2 = Ny utrustning
sample-deal-3 = Provorder
sample-deal-4 = Förlängning i två år
sample-deal-5 = Inredning av verkstaden
sample-deal-6 = Utökning av ordern
sample-deal-7 = Leverans till sommaren
sample-deal-8 = Rådgivning och planering
sample-deal-9 = Byte av de gamla maskinerna
sample-deal-10 = Ramavtal
sample-task-1 = Skicka offerten
sample-task-2 = Fråga om leveransen har kommit fram
sample-task-3 = Förbered årsmötet
sample-task-4 = Skicka det undertecknade avtalet
sample-task-5 = Leta fram den obetalda fakturan
sample-task-6 = Kom överens om en dag för besök
sample-task-7 = Skriv ett födelsedagskort
sample-task-8 = Uppdatera prislistan
sample-appointment-1 = Besök hos kunden
sample-appointment-2 = Avtalsförhandling
sample-appointment-3 = Demonstration
sample-appointment-4 = Genomgång av leverans
sample-appointment-5 = Årlig genomgång
sample-appointment-6 = Platsbesiktning
sample-meeting = Veckomöte
