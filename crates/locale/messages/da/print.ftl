### Printed matter: labels, envelopes, letters, index cards, call lists, and their templates.

print = Udskriv
print-preview = Forhåndsvisning
print-what = Hvad skal udskrives
print-labels = Adresseetiketter
print-envelopes = Kuverter
print-letters = Breve
print-index-cards = Kartotekskort
print-call-list = Ringeliste
print-sheet = Etiketark
print-sheet-of = { $name } · { $size } mm · { $count } pr. ark
print-start = Første etiket på arket
print-start-help = Klik på den første etiket, der stadig sidder på arket.
print-label-number = Etiket { $number }
print-envelope = Kuvert
print-address = Adresse
print-address-any = Den første på kortet
print-address-first = { $label }, ellers en anden
print-households = Én pr. husstand
print-households-help = De, der bor sammen, deler én i husstandens navn.
print-wording = Brev
print-change-wording = Ret dette brev
print-show = Vis
print-count-labels = { $count ->
    [one] { $count } etiket
   *[other] { $count } etiketter
}
print-count-envelopes = { $count ->
    [one] { $count } kuvert
   *[other] { $count } kuverter
}
print-count-letters = { $count ->
    [one] { $count } brev
   *[other] { $count } breve
}
print-count-index-cards = { $count ->
    [one] { $count } kartotekskort
   *[other] { $count } kartotekskort
}
print-count-call-list = { $count ->
    [one] { $count } kort at ringe til
   *[other] { $count } kort at ringe til
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
    [one] { $count } kort deler én med sin husstand.
   *[other] { $count } kort deler én med deres husstand.
}
print-looked-at = De første { $count } er gennemgået. Resten tjekkes under udskrivningen, og de udeladte vises derefter.
print-make = Lav PDF
print-begin = Begynd udskrivning
print-is-kept = Hvert brev gemmes på kortets tidslinje.
print-kept = { $count ->
    [one] { $count } brev er gemt på sit kort
   *[other] { $count } breve er gemt på deres kort
}
print-first-page = Den første side
print-nothing = Der er ingen at udskrive til.
print-too-many = Der udskrives højst 50.000 kort ad gangen. Indsnævr listen med et filter.
print-left-out = { $count ->
    [one] { $count } kort er udeladt
   *[other] { $count } kort er udeladt
}
print-left-out-more = { $count } mere
print-no-address = ingen adresse
print-no-part = adressen mangler: { $part }
print-no-phone = intet telefonnummer
print-missing = mangler: { $fields }
print-forbidden-by = kontakt ikke, siger { $whose }
print-no-font = Ingen skrifttype på serveren har tegnene { $letters } ({ $script }), så de ville blive tomme felter. Installer { $package }, og genstart Kartotek.
print-to-template = Til skabelonerne
print-fault-line = Skabelonen har en fejl i linje { $line }: { $message }
print-fault-template = Skabelonen har en fejl: { $message }
print-fault-wrong = En skabelon har en fejl. Dens side i indstillingerne viser hvor.
print-fault-too-long = Udskrivningen tog for lang tid og blev stoppet. Udskriv færre kort, eller gør skabelonen enklere.
print-fault-busy = Skabeloner, der aldrig slutter, optager udskrivningen. Genstart Kartotek, og ret dem i indstillingerne.
print-fault-broken = Det kunne ikke udskrives. Serverens log viser hvorfor.
print-again = Udskriv igen
print-under-way = Udskriver
print-may-close = Du kan lukke siden; filen venter her.
print-done = { $pieces } stk. på { $pages ->
    [one] { $pages } side
   *[other] { $pages } sider
}
print-download = Hent PDF
print-forget = Fjern brevene fra kortene
print-kept-a-week = Filen gemmes i en uge.
settings-templates = Skabeloner
print-templates-lead = Hvad breve siger, og hvordan alt udskrevet ser ud. Alt, hvad du ændrer, kan tages tilbage.
print-template = Skabelon
print-kind = Slags
print-state = Tilstand
print-kind-wording = Et brevs ordlyd
print-kind-layout = Layout
print-changed = Ændret
print-original = Original
print-own = Jeres egen
print-new-letter = Nyt brev
print-add-letter = Tilføj brev
print-name = Navn
print-name-too-long = Et navn har højst 100 tegn.
print-template-too-long = En skabelon har højst 100.000 tegn.
print-begin-with = Begynd med
print-sender = Afsender
print-sender-lead = Står på kuverter og øverst på breve; navnet i første linje.
print-sender-lines = Navn og adresse
print-sender-kept = Afsenderen er gemt
print-template-kept = Skabelonen er gemt
print-template-gone = Brevet er slettet
print-restored = Originalen er tilbage
print-restore = Gendan originalen
print-template-stay-in-touch = Hold kontakten
print-template-birthday = Fødselsdag
print-template-letters = Brevlayout
print-template-labels = Adresseetiketter
print-template-envelopes = Kuverter
print-template-index-cards = Kartotekskort
print-template-call-list = Ringeliste
print-template-cards = Hele kort
print-wording-lead = Hver modtager får udgaven på sit eget sprog. Det, der står i krøllede parenteser, udfyldes fra kortet.
print-layout-lead = Kilden i sproget Typst. Øverst står, hvilke data den udskriver.
print-source = Kilde
print-example = Et eksempel med personer, der ikke findes
print-language = Sprog
print-subject = Emne
print-body = Tekst
print-add-language = Et sprog mere
print-fields = Felter, der kan indsættes
print-fields-help = Er et felt tomt på et kort, udelades kortet, medmindre der står, hvad der skal stå i stedet: {"{{given|kunde}}"}. Det, der afhænger af et felt, står mellem {"{{#if phone}}"} og {"{{/if}}"}, eventuelt med {"{{else}}"} imellem.
print-field-phone = Første telefonnummer
print-field-email = Første e-mailadresse
print-field-today = I dag
print-field-me = Dit navn
print-field-workspace = Arbejdsområdets navn
print-wording-wrong = { $language }, { $part }, linje { $line }: { $wrong }
print-open-tag = Et felt, der begynder med { $tag }, slutter ikke.
print-open-if = { $tag } har intet {"{{/if}}"}.
print-stray-tag = { $tag } hører ikke til noget {"{{#if}}"}.
print-not-a-tag = { $tag } er ikke et felt.
print-no-such-field = Intet kort har feltet { $field }.
print-phone = Telefon
print-last-talk = Sidste samtale
print-notes = Noter
print-printed-on = Udskrevet
job-print = Udskrivning
job-print-tidy = Rydder gamle udskrifter op
change-letters = Breve udskrevet
wrote-letter = sendte et brev
letter = Brev
letter-many = Breve
new-letter = Nyt brev
create-letter = Gem brev
save-letter = Gem brev
toast-letter = Brevet er gemt
empty-letter = Ingen breve endnu
empty-letter-text = Hvert udskrevet brev står her og på kortets tidslinje.
letter-text = Emne
letter-about = Kort
letter-template = Skabelon
letter-at = Sendt
letter-owner = Sendt af
print-cards-count = { $count } kort
print-cards = Hele kort
print-preview-this = Vis denne i forhåndsvisningen
