### Клиенти, които мълчат по-дълго от обичайното.

person-usual-gap = Обичайни дни между контактите
person-stale-since = Мълчи от
person-quiet-until = Да не се търси до
person-last-contact-at = Последен контакт
person-patience = Допустими дни без контакт
company-usual-gap = Обичайни дни между контактите
company-stale-since = Мълчи от
company-quiet-until = Да не се търси до
company-last-contact-at = Последен контакт
company-patience = Допустими дни без контакт

view-stale = Мълчат по-дълго от обичайното
silence-today = Мълчащи клиенти
silence-usual = { $gap ->
    [one] Обикновено всеки ден
   *[other] Обикновено на { $gap } дни
}, мълчание от { $days ->
    [one] един ден
   *[other] { $days } дни
}
silence-limit = Мълчание от { $days ->
    [one] един ден
   *[other] { $days } дни
}, а отвореното допуска { $limit }
silence-days = Мълчание от { $days ->
    [one] един ден
   *[other] { $days } дни
}
silence-plan = Планиране
silence-leave = Да не се търси известно време
silence-week = За седмица
silence-month = За месец
silence-quarter = За три месеца
silence-left = Дотогава никой няма да получава напомняне за картона
change-left-for-a-while = Оставен на спокойствие за известно време
person-planned-until = Планирано до
