### The callbacks of the day, one after another.

callbacks = Geri aramalar
callbacks-left = { $count } kaldı
callbacks-none = Herkes geri arandı
callbacks-none-text = Arama sözleri zamanı gelince burada görünür.
callbacks-next = Sıradakiler
callbacks-start = Sırayla ara
callback-promised = Verilen söz
callback-open = Kartı aç
callback-note = Ne konuşuldu
callback-reached = Ulaşıldı
callback-no-answer = Yanıt yok
callback-busy = Meşgul
callback-later = Sonra
callback-said = { $name }: { $outcome }
callback-is-done = Bu arama zaten yapıldı. Sıradaki burada.
change-called-back = { $subject } geri arandı
