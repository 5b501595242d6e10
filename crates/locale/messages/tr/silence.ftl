### Her zamankinden uzun süredir sessiz olan müşteriler.

person-usual-gap = Görüşmeler arası olağan gün
person-stale-since = Sessiz sayıldığı tarih
person-quiet-until = Şu tarihe kadar rahat bırak
person-last-contact-at = Son görüşme
person-patience = Görüşmesiz geçebilecek gün
company-usual-gap = Görüşmeler arası olağan gün
company-stale-since = Sessiz sayıldığı tarih
company-quiet-until = Şu tarihe kadar rahat bırak
company-last-contact-at = Son görüşme
company-patience = Görüşmesiz geçebilecek gün

view-stale = Her zamankinden uzun süredir sessiz
silence-today = Sessiz müşteriler
silence-usual = Genellikle { $gap } günde bir görüşülür, { $days } gündür ses yok
silence-limit = { $days } gündür ses yok; açık iş en fazla { $limit } güne izin veriyor
silence-days = { $days } gündür ses yok
silence-plan = Planla
silence-leave = Bir süre rahat bırak
silence-week = Bir hafta
silence-month = Bir ay
silence-quarter = Üç ay
silence-left = O zamana kadar bu kart kimseye hatırlatılmaz
change-left-for-a-while = Bir süre rahat bırakıldı
person-planned-until = Planlanan son tarih
