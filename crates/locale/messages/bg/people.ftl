### Хора, фирми и домакинства.

person = Човек
person-many = Хора
new-person = Нов човек
create-person = Създаване на човек
empty-person = Още няма хора
empty-person-text = Всеки, с когото работите, има картон тук: как да го намерите, какво си казахте, какво обещахте. Създайте първия или импортирайте хората, които имате другаде.
company = Фирма
company-many = Фирми
new-company = Нова фирма
create-company = Създаване на фирма
empty-company = Още няма фирми
empty-company-text = Клиенти, доставчици и партньори имат картон тук заедно с хората, които работят там, за да виждат всички какво е уговорено. Създайте първия или импортирайте списък.
household = Домакинство
household-many = Домакинства
new-household = Ново домакинство
create-household = Създаване на домакинство
empty-household = Още няма домакинства
empty-household-text = Домакинството събира хора, които живеят заедно, за да имат общ адрес и да получават едно писмо вместо три. Създайте първото и добавете хората в него.
household-and = { $first } и { $last }

## Групи полета

group-about = Данни
group-reach = За контакт
group-work = Работа
group-account = Обслужване

## Полета на човек

person-name = Име
person-company = Фирма
person-job-title = Длъжност
person-department = Отдел
person-phones = Телефон
person-emails = Имейл
person-addresses = Адрес
person-links = Уебсайтове
person-socials = Социални мрежи
person-preferred-channel = Предпочита
person-language = Език
person-do-not-contact = Да не се търси
person-standing = Отношение
person-standing-reason = Защо няма интерес
person-standing-until = Без интерес до
person-nickname = Прякор
person-birthday = Рожден ден
person-anniversary = Годишнина
person-gender = Пол
person-household = Домакинство
person-tags = Етикети
person-about = Описание
person-owner = Отговорник
person-source = Източник
person-rating = Оценка
person-last-talk-at = Последен разговор
person-last-talk-by = Последно говорил
person-refused-since = Отказ от
person-photo = Снимка
person-foreign = Данни от други програми
person-needs-a-name = Въведете име, телефонен номер или имейл адрес

## Полета на фирма

company-name = Име
company-phones = Телефон
company-emails = Имейл
company-addresses = Адрес
company-links = Уебсайтове
company-socials = Социални мрежи
company-preferred-channel = Предпочита
company-language = Език
company-do-not-contact = Да не се търси
company-standing = Отношение
company-standing-reason = Защо няма интерес
company-standing-until = Без интерес до
company-industry = Бранш
company-registration-number = ЕИК
company-employees = Брой служители
company-parent = Фирма майка
company-tags = Етикети
company-about = Описание
company-owner = Отговорник
company-source = Източник
company-rating = Оценка
company-last-talk-at = Последен разговор
company-last-talk-by = Последно говорил
company-refused-since = Отказ от
company-photo = Лого
company-foreign = Данни от други програми

## Полета на домакинство

household-name = Име
household-greeting = Имена в писмата
household-greeting-found = Предложени имена в писмата
household-addresses = Адрес
household-phones = Телефон
household-emails = Имейл
household-do-not-contact = Да не се търси
household-tags = Етикети
household-about = Описание
household-owner = Отговорник
household-last-talk-at = Последен разговор
household-last-talk-by = Последно говорил
household-refused-since = Отказ от
household-foreign = Данни от други програми

## Възможности за избор

gender-female = Жена
gender-male = Мъж
gender-other = Друго
standing-not-interested = Не проявява интерес
source-referral = Препоръка
source-website = Уебсайт
source-phone = Телефон
source-event = Събитие
source-advertisement = Реклама
source-import = Импортиране
source-other = Друго
language-en = Английски
language-da = Датски
language-sv = Шведски
language-no = Норвежки
language-fi = Фински
language-de = Немски
language-fr = Френски
language-es = Испански
language-it = Италиански
language-nl = Нидерландски
language-pl = Полски
language-tr = Турски
language-bg = Български
language-ru = Руски
language-uk = Украински
language-ar = Арабски
language-zh = Китайски
language-ja = Японски
language-ko = Корейски

## Връзки: какъв е другият картон

link-works-at-forth = Месторабота
link-works-at-back = Служител
link-member-of-forth = Домакинство
link-member-of-back = Член
link-spouse-forth = Съпруг, съпруга или партньор
link-parent-forth = Дете
link-parent-back = Родител
link-friend-forth = Приятел
link-referred-by-forth = Препоръчител
link-referred-by-back = Препоръчан
link-parent-company-forth = Фирма майка
link-parent-company-back = Дъщерна фирма
link-contact-of-forth = Лице за контакт на
link-contact-of-back = Лице за контакт

## Преди да се свържете с някого

make-call = Обаждане
mail = Писане
do-not-contact = Да не се търси
until-date = до { $date }
contact-first = Преди да се свържете: { $name }
contact-clear = Няма пречка.
back-to-card = Обратно към картона
call-anyway = Обаждане въпреки това
mail-anyway = Писане въпреки това
guard-in-touch = се е свързал(а)
guard-open = има нещо отворено
guard-holds = е отворил(а) картона
guard-calls = се обажда
guard-since = от { $time }
assign-in-contact =
    { $count ->
        [one] { $names } е в контакт с този клиент
       *[other] { $names } са в контакт с този клиент
    }
guard-somebody = Някой
guard-ask = Попитайте { $name }
guard-more =
    { $count ->
        [one] Още 1
       *[other] Още { $count }
    }
guard-refused = не желае да бъде търсен(а)
guard-refused-person = Някой от същата фирма или домакинство не желае да бъде търсен
guard-refused-company = Фирмата не желае да бъде търсена
guard-refused-household = Домакинството не желае да бъде търсено
refusal-from-earlier-card = Това е казано на { $date } в по-ранен картон и е пренесено при създаването на този.
guard-nearby-person = с някого около този картон
guard-nearby-company = с фирмата
guard-nearby-household = с домакинството

settings-guard = Страж на контактите
guard-lead = Какво се казва, преди някой да се обади, да пише или да даде картон на друг.
guard-days = Контактът на колега е новина
guard-days-help = Толкова дълго се казва кой е бил в контакт с клиента или с някого в същата фирма или домакинство.
guard-saved = Стражът е запазен
guard-days-choice =
    { $count ->
        [one] един ден
       *[other] { $count } дни
    }
change-despite = Направено въпреки предупреждение: { $subject }
