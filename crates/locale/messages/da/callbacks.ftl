### The callbacks of the day, one after another.

callbacks = Opkald at ringe tilbage på
callbacks-left = { $count } tilbage
callbacks-none = Alle er ringet tilbage til
callbacks-none-text = Løfter om at ringe dukker op her, når de er ved at være tid.
callbacks-next = De næste
callbacks-start = Ring til dem én ad gangen
callback-promised = Det der blev lovet
callback-open = Åbn kortet
callback-note = Hvad der blev sagt
callback-reached = Fik fat i
callback-no-answer = Intet svar
callback-busy = Optaget
callback-later = Senere
callback-said = { $name }: { $outcome }
callback-is-done = Der er allerede ringet. Her er den næste.
change-called-back = Ringede tilbage til { $subject }
