### The callbacks of the day, one after another.

callbacks = Обратни обаждания
callbacks-left = остават { $count }
callbacks-none = На всички е върнато обаждане
callbacks-none-text = Обещаните обаждания идват тук, когато им дойде времето.
callbacks-next = Следващи
callbacks-start = Обаждане едно след друго
callback-promised = Какво беше обещано
callback-open = Отваряне на картона
callback-note = Какво беше казано
callback-reached = Свързах се
callback-no-answer = Не отговаря
callback-busy = Заето
callback-later = По-късно
callback-said = { $name }: { $outcome }
callback-is-done = Това обаждане вече е направено. Ето следващото.
change-called-back = Върнато обаждане на { $subject }
