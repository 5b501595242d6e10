### Printed matter: labels, envelopes, letters, index cards, call lists, and their templates.

print = Skriv ut
print-preview = Förhandsvisning
print-what = Vad som ska skrivas ut
print-labels = Adressetiketter
print-envelopes = Kuvert
print-letters = Brev
print-index-cards = Registerkort
print-call-list = Ringlista
print-sheet = Etikettark
print-sheet-of = { $name } · { $size } mm · { $count } per ark
print-start = Första etiketten på arket
print-start-help = Klicka på den första etiketten som sitter kvar på arket.
print-label-number = Etikett { $number }
print-envelope = Kuvert
print-address = Adress
print-address-any = Den första på kortet
print-address-first = { $label }, annars en annan
print-households = En per hushåll
print-households-help = De som bor tillsammans delar på en, i hushållets namn.
print-wording = Brev
print-change-wording = Ändra det här brevet
print-show = Visa
print-count-labels = { $count ->
    [one] { $count } etikett
   *[other] { $count } etiketter
}
print-count-envelopes = { $count ->
    [one] { $count } kuvert
   *[other] { $count } kuvert
}
print-count-letters = { $count ->
    [one] { $count } brev
   *[other] { $count } brev
}
print-count-index-cards = { $count ->
    [one] { $count } registerkort
   *[other] { $count } registerkort
}
print-count-call-list = { $count ->
    [one] { $count } kort att ringa
   *[other] { $count } kort att ringa
}
print-count-cards = { $count ->
    [one] { $count } kort
   *[other] { $count } kort
}
print-sheets = { $count ->
    [one] { $count } ark
   *[other] { $count } ark
}
print-shared = { $count ->
    [one] { $count } kort delar en med sitt hushåll.
   *[other] { $count } kort delar en med sina hushåll.
}
print-looked-at = De första { $count } är genomgångna. Resten kontrolleras under utskriften, och de som utelämnas visas då.
print-make = Skapa PDF
print-begin = Börja skriva ut
print-is-kept = Varje brev sparas på kortets tidslinje.
print-kept = { $count ->
    [one] { $count } brev har sparats på sitt kort
   *[other] { $count } brev har sparats på sina kort
}
print-first-page = Första sidan
print-nothing = Det finns ingen att skriva ut till.
print-too-many = Högst 50 000 kort skrivs ut på en gång. Begränsa listan med ett filter.
print-left-out = { $count ->
    [one] { $count } kort är utelämnat
   *[other] { $count } kort är utelämnade
}
print-left-out-more = { $count } till
print-no-address = ingen adress
print-no-part = adressen saknar: { $part }
print-no-phone = inget telefonnummer
print-missing = saknas: { $fields }
print-forbidden-by = kontakta inte, säger { $whose }
print-no-font = Inget typsnitt på servern har tecknen { $letters } ({ $script }), så de skulle bli tomma rutor. Installera { $package } och starta om Kartotek.
print-to-template = Till mallarna
print-fault-line = Mallen har ett fel på rad { $line }: { $message }
print-fault-template = Mallen har ett fel: { $message }
print-fault-wrong = En mall har ett fel. Dess sida i inställningarna visar var.
print-fault-too-long = Utskriften tog för lång tid och avbröts. Skriv ut färre kort eller förenkla mallen.
print-fault-busy = Mallar som aldrig tar slut blockerar utskriften. Starta om Kartotek och rätta dem i inställningarna.
print-fault-broken = Det gick inte att skriva ut. Serverns logg visar varför.
print-again = Skriv ut igen
print-under-way = Skriver ut
print-may-close = Du kan stänga sidan; filen väntar här.
print-done = { $pieces } st. på { $pages ->
    [one] { $pages } sida
   *[other] { $pages } sidor
}
print-download = Hämta PDF
print-forget = Ta bort breven från korten
print-kept-a-week = Filen sparas i en vecka.
settings-templates = Mallar
print-templates-lead = Vad brev säger och hur allt utskrivet ser ut. Allt du ändrar kan tas tillbaka.
print-template = Mall
print-kind = Slag
print-state = Läge
print-kind-wording = Ett brevs ordalydelse
print-kind-layout = Layout
print-changed = Ändrad
print-original = Original
print-own = Er egen
print-new-letter = Nytt brev
print-add-letter = Lägg till brev
print-name = Namn
print-name-too-long = Ett namn har högst 100 tecken.
print-template-too-long = En mall har högst 100 000 tecken.
print-begin-with = Börja med
print-sender = Avsändare
print-sender-lead = Står på kuvert och överst på brev; namnet på första raden.
print-sender-lines = Namn och adress
print-sender-kept = Avsändaren har sparats
print-template-kept = Mallen har sparats
print-template-gone = Brevet har tagits bort
print-restored = Originalet är tillbaka
print-restore = Återställ originalet
print-template-stay-in-touch = Håll kontakten
print-template-birthday = Födelsedag
print-template-letters = Brevlayout
print-template-labels = Adressetiketter
print-template-envelopes = Kuvert
print-template-index-cards = Registerkort
print-template-call-list = Ringlista
print-template-cards = Hela kort
print-wording-lead = Varje mottagare får versionen på sitt eget språk. Det som står inom klamrar fylls i från kortet.
print-layout-lead = Källan i språket Typst. Överst står vilka data den skriver ut.
print-source = Källa
print-example = Ett exempel med personer som inte finns
print-language = Språk
print-subject = Ämne
print-body = Text
print-add-language = Ett språk till
print-fields = Fält att infoga
print-fields-help = Är ett fält tomt på ett kort utelämnas kortet, om det inte står vad som ska stå i stället: {"{{given|kund}}"}. Det som beror på ett fält står mellan {"{{#if phone}}"} och {"{{/if}}"}, vid behov med {"{{else}}"} emellan.
print-field-phone = Första telefonnumret
print-field-email = Första e-postadressen
print-field-today = I dag
print-field-me = Ditt namn
print-field-workspace = Arbetsytans namn
print-wording-wrong = { $language }, { $part }, rad { $line }: { $wrong }
print-open-tag = Ett fält som börjar med { $tag } tar inte slut.
print-open-if = { $tag } saknar {"{{/if}}"}.
print-stray-tag = { $tag } hör inte till något {"{{#if}}"}.
print-not-a-tag = { $tag } är inget fält.
print-no-such-field = Inget kort har fältet { $field }.
print-phone = Telefon
print-last-talk = Senaste samtal
print-notes = Anteckningar
print-printed-on = Utskrivet
job-print = Utskrift
job-print-tidy = Rensar gamla utskrifter
change-letters = Brev utskrivna
wrote-letter = skickade ett brev
letter = Brev
letter-many = Brev
new-letter = Nytt brev
create-letter = Spara brev
save-letter = Spara brev
toast-letter = Brevet har sparats
empty-letter = Inga brev än
empty-letter-text = Varje utskrivet brev står här och på kortets tidslinje.
letter-text = Ämne
letter-about = Kort
letter-template = Mall
letter-at = Skickat
letter-owner = Skickat av
print-cards-count = { $count } kort
print-cards = Hela kort
print-preview-this = Visa den här i förhandsvisningen
