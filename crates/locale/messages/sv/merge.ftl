# Sammanslagning av kort som är samma.
merge = Slå ihop
merge-with-another = Slå ihop med ett annat kort
merge-with = Vilket kort är samma som { $name }?
merge-with-lead = Välj det här, eller sök efter det. Inget händer innan du har sett båda sida vid sida.
merge-none-alike = Inget kort liknar det här. Sök efter det ovan.
merge-title =
    { $count ->
        [one] Slå ihop { $count } kort
       *[other] Slå ihop { $count } kort
    }
merge-lead = Välj vad som ska behållas. Allt som har hänt med dem följer med, och sammanslagningen kan alltid ångras.
merge-cards =
    { $count ->
        [one] Slå ihop { $count } kort
       *[other] Slå ihop { $count } kort
    }
merge-stays = Blir kvar
merge-side-by-side = Korten sida vid sida
merge-created = Skapat { $date }
merge-keep-all = Behåll alla
merge-nothing-differs = Korten skiljer sig bara i det som ett av dem lämnar tomt.
merge-comes-along = Följer med
merge-counts =
    { $talks ->
        [one] { $talks } samtal
       *[other] { $talks } samtal
    }, { $links ->
        [one] { $links } relation
       *[other] { $links } relationer
    }
merge-into = Ihopslaget med { $name }
merge-undo = Ångra sammanslagning
merge-needs-two = Välj minst två kort för att slå ihop dem.
merge-in-trash = { $name } ligger i papperskorgen. Återställ kortet först och slå sedan ihop.
merge-already-merged = { $name } har under tiden slagits ihop med ett annat kort. Öppna listan igen.
merge-changed-meanwhile = { $who } har under tiden ändrat { $name }: { $fields }. Inget slogs ihop; titta på korten igen.
record-is-merged = Det här kortet har slagits ihop med ett annat. Ångra sammanslagningen för att få tillbaka det.
toast-merged =
    { $count ->
        [one] { $count } kort blev { $name }
       *[other] { $count } kort blev { $name }
    }
change-merged = Slog ihop till { $subject }
change-kind-merged = Ihopslaget med
change-kind-absorbed = Ingår nu i
change-kind-parted = Skilt igen från
change-kind-moved = Leder nu till ett annat kort
change-kind-folded = Lades ihop med en relation som sade samma sak
timeline-merged = { $who } slog ihop andra kort med det här
timeline-absorbed = { $who } slog ihop kortet med det här
timeline-moved = { $who } slog ihop kort, vilket ändrade en relation
