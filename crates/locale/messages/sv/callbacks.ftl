### The callbacks of the day, one after another.

callbacks = Samtal att ringa tillbaka
callbacks-left = { $count } kvar
callbacks-none = Alla är uppringda
callbacks-none-text = Löften om att ringa hamnar här när det är dags.
callbacks-next = Näst på tur
callbacks-start = Ring en i taget
callback-promised = Det som lovades
callback-open = Öppna kortet
callback-note = Vad som sades
callback-reached = Nådd
callback-no-answer = Inget svar
callback-busy = Upptaget
callback-later = Senare
callback-said = { $name }: { $outcome }
callback-is-done = Det samtalet är redan ringt. Här är nästa.
change-called-back = Ringde tillbaka till { $subject }
