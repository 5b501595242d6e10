### The callbacks of the day, one after another.

callbacks = Callbacks
callbacks-left = { $count } left
callbacks-none = Everybody is called back
callbacks-none-text = Promises to call land here when they are due.
callbacks-next = Next in the queue
callbacks-start = Call one after another
callback-promised = What was promised
callback-open = Open the card
callback-note = What was said
callback-reached = Reached
callback-no-answer = No answer
callback-busy = Busy
callback-later = Later
callback-said = { $name }: { $outcome }
callback-is-done = This call was made already. The next is here.
change-called-back = Called { $subject } back
