### Printed matter: labels, envelopes, letters, index cards, call lists, and their templates.

print = Печат
print-preview = Преглед
print-what = Какво да се отпечата
print-labels = Адресни етикети
print-envelopes = Пликове
print-letters = Писма
print-index-cards = Картони
print-call-list = Списък за обаждане
print-sheet = Лист с етикети
print-sheet-of = { $name } · { $size } мм · { $count } на лист
print-start = Първи етикет на листа
print-start-help = Щракнете върху първия останал етикет на листа.
print-label-number = Етикет { $number }
print-envelope = Плик
print-address = Адрес
print-address-any = Първият на картона
print-address-first = { $label }, иначе друг
print-households = По един на домакинство
print-households-help = Хората, които живеят заедно, получават общ на името на домакинството.
print-wording = Писмо
print-change-wording = Промяна на това писмо
print-show = Покажи
print-count-labels = { $count ->
    [one] { $count } етикет
   *[other] { $count } етикета
}
print-count-envelopes = { $count ->
    [one] { $count } плик
   *[other] { $count } плика
}
print-count-letters = { $count ->
    [one] { $count } писмо
   *[other] { $count } писма
}
print-count-index-cards = { $count ->
    [one] { $count } картон
   *[other] { $count } картона
}
print-count-call-list = { $count ->
    [one] { $count } картон за обаждане
   *[other] { $count } картона за обаждане
}
print-count-cards = { $count ->
    [one] { $count } картон
   *[other] { $count } картона
}
print-sheets = { $count ->
    [one] { $count } лист
   *[other] { $count } листа
}
print-shared = { $count ->
    [one] { $count } картон споделя един с домакинството си.
   *[other] { $count } картона споделят един с домакинството си.
}
print-looked-at = Прегледани са първите { $count }. Останалите се проверяват при печат и пропуснатите се изброяват тогава.
print-make = Създай PDF
print-begin = Започни печат
print-is-kept = Всяко писмо се записва в хронологията на картона.
print-kept = { $count ->
    [one] { $count } писмо е записано на картона
   *[other] { $count } писма са записани на картоните
}
print-first-page = Първата страница
print-nothing = Няма за кого да се печата.
print-too-many = Наведнъж се печатат най-много 50 000 картона. Стеснете списъка с филтър.
print-left-out = { $count ->
    [one] { $count } картон е пропуснат
   *[other] { $count } картона са пропуснати
}
print-left-out-more = Още { $count }
print-no-address = няма адрес
print-no-part = в адреса липсва: { $part }
print-no-phone = няма телефонен номер
print-missing = липсва: { $fields }
print-forbidden-by = без контакт, по желание на { $whose }
print-no-font = Никой шрифт на сървъра няма знаците { $letters } ({ $script }) и те биха излезли като празни кутийки. Инсталирайте { $package } и рестартирайте Kartotek.
print-to-template = Към шаблоните
print-fault-line = Грешка в шаблона на ред { $line }: { $message }
print-fault-template = Грешка в шаблона: { $message }
print-fault-wrong = В шаблон има грешка. Страницата му в настройките показва къде.
print-fault-too-long = Печатът отне твърде дълго и беше спрян. Отпечатайте по-малко картони или опростете шаблона.
print-fault-busy = Шаблони, които не свършват, заемат печата. Рестартирайте Kartotek и ги поправете в настройките.
print-fault-broken = Това не можа да се отпечата. Причината е в дневника на сървъра.
print-again = Отпечатай отново
print-under-way = Печата се
print-may-close = Можете да затворите страницата; файлът ще чака тук.
print-done = { $pieces } бр. на { $pages ->
    [one] { $pages } страница
   *[other] { $pages } страници
}
print-download = Изтегли PDF
print-forget = Премахни писмата от картоните
print-kept-a-week = Файлът се пази една седмица.
settings-templates = Шаблони
print-templates-lead = Какво пише в писмата и как изглежда всичко отпечатано. Всяка промяна може да се върне.
print-template = Шаблон
print-kind = Вид
print-state = Състояние
print-kind-wording = Текст на писмо
print-kind-layout = Оформление
print-changed = Променен
print-original = Оригинал
print-own = Ваш
print-new-letter = Ново писмо
print-add-letter = Добави писмо
print-name = Име
print-name-too-long = Името има най-много 100 знака.
print-template-too-long = Шаблонът има най-много 100 000 знака.
print-begin-with = Започни с
print-sender = Подател
print-sender-lead = Стои на пликовете и в началото на писмата; името е на първия ред.
print-sender-lines = Име и адрес
print-sender-kept = Подателят е записан
print-template-kept = Шаблонът е записан
print-template-gone = Писмото е изтрито
print-restored = Оригиналът е върнат
print-restore = Върни оригинала
print-template-stay-in-touch = Да поддържаме връзка
print-template-birthday = Рожден ден
print-template-letters = Оформление на писма
print-template-labels = Адресни етикети
print-template-envelopes = Пликове
print-template-index-cards = Картони
print-template-call-list = Списък за обаждане
print-template-cards = Цели картони
print-wording-lead = Всеки получател получава версията на своя език. Това в къдрави скоби се попълва от картона.
print-layout-lead = Изходният текст на езика Typst. В началото пише какви данни отпечатва.
print-source = Изходен текст
print-example = Пример с измислени хора
print-language = Език
print-subject = Тема
print-body = Текст
print-add-language = Още един език
print-fields = Полета за вмъкване
print-fields-help = Празно поле пропуска картона, освен ако е казано какво да стои вместо него: {"{{given|клиент}}"}. Частите, които зависят от поле, стоят между {"{{#if phone}}"} и {"{{/if}}"}, при нужда с {"{{else}}"} между тях.
print-field-phone = Първи телефонен номер
print-field-email = Първи имейл адрес
print-field-today = Днес
print-field-me = Вашето име
print-field-workspace = Името на работното пространство
print-wording-wrong = { $language }, { $part }, ред { $line }: { $wrong }
print-open-tag = Поле, което започва с { $tag }, не свършва.
print-open-if = { $tag } няма {"{{/if}}"}.
print-stray-tag = { $tag } не принадлежи на {"{{#if}}"}.
print-not-a-tag = { $tag } не е поле.
print-no-such-field = Никой картон няма поле { $field }.
print-phone = Телефон
print-last-talk = Последен разговор
print-notes = Бележки
print-printed-on = Отпечатано
job-print = Печат
job-print-tidy = Премахване на стари отпечатани файлове
change-letters = Отпечатани писма
wrote-letter = изпрати писмо
letter = Писмо
letter-many = Писма
new-letter = Ново писмо
create-letter = Запиши писмо
save-letter = Запиши писмото
toast-letter = Писмото е записано
empty-letter = Още няма писма
empty-letter-text = Всяко отпечатано писмо стои тук и в хронологията на картона.
letter-text = Тема
letter-about = Картон
letter-template = Шаблон
letter-at = Изпратено
letter-owner = Изпратено от
print-cards-count = { $count ->
    [one] { $count } картон
   *[other] { $count } картона
}
print-cards = Цели картони
print-preview-this = Покажи това в прегледа
