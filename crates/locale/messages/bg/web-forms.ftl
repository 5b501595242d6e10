### Forms by which strangers become leads, and consent.

settings-forms = Формуляри
forms-lead = Изпратеното през формуляр става потенциален клиент. Всеки формуляр има собствена страница и може да стои на вашия сайт.
form-new = Нов формуляр
form-make = Създаване на формуляр
form-name = Име
form-name-help = Стои на всеки потенциален клиент, за да се вижда кой формуляр кого води
form-leads = Потенциални клиенти
form-state = Състояние
form-open = Отворен
form-not-open = Затворен
form-takes = Приема отговори
form-language = Език
form-words = Текстове на страницата
form-title = Заглавие
form-intro = Въведение
form-button = Бутон
form-thanks-text = Благодарност
form-thanks-address = Или към тази страница
form-thanks-address-help = Ваша страница, например https://example.com/blagodarim
form-asks = Какво се пита
form-ask-not = Не се пита
form-ask-optional = Може да остане празно
form-ask-required = Задължително
form-ask-label = Друго название
form-ask-whether = Дали се пита за { $field }
form-ask-called = Как се нарича { $field } във формуляра
form-asks-nobody = Питайте за име, имейл или телефон
form-consent = Съгласие
form-consent-help = Текст до поле за отмятане, например „Да, пишете ми за оферти по имейл“. Отметналият получава писмо и потвърждава там; дотогава съгласието не важи.
form-consent-needs-mail = Питайте и за имейл: съгласието се потвърждава с писмо
form-owner-help = На кого са потенциалните клиенти. По правилата: както казват Настройки → Разпределяне.
form-owner-rules = По правилата
form-source-of-link = Както казва връзката (utm_source)
form-one-lead = Насочете хората към този адрес или сложете формуляра на своя сайт.
form-look = Преглед
form-kept = Формулярът е запазен
form-paste = За вашия сайт
form-paste-lead = Поставете това там, където да стои формулярът, и го оформете като сайта си. То казва откъде е дошъл посетителят; работи и без скрипт.
form-program = За програми
form-program-lead = Скриптове от всеки сайт могат да пращат JSON тук без ключ. Същият адрес отговаря какво пита.
form-program-api = Ваша програма с ключ създава потенциални клиенти с всички полета, и откъде са дошли (source, origin, medium, campaign, term, content, referrer, landing_page, recommended_by):
forms-enough = Вече има { $most } формуляра. Променете някой, който не се използва.

## The page of a form

form-send = Изпращане
form-optional = (по избор)
form-choose = Изберете
form-message = Вашето съобщение
form-who-told = Кой ви каза за нас
form-trap = Оставете това празно
form-footer = Написаното отива при { $workspace } и при никой друг.
form-sent = Изпратено
form-thanks = Благодарим. Получихме написаното и ще се свържем с вас.
form-another = Изпращане на още едно
form-onwards = Напред
form-closed = Този формуляр вече не приема отговори.
form-not-json = Изпратете JSON обект с текстове

## What became of it

change-form = { $subject } доведе потенциален клиент
form-also-sent = Изпратено още с формуляра:
form-wrote-again = { $name } писа през формуляра „{ $form }“. Създаден е нов потенциален клиент.
lead-known-as = Вече е тук със същия имейл или телефон:

## Set aside

form-aside = Възможен спам
form-aside-count = { $count } за преглед
form-aside-lead = Изпратено през формуляр, но не е станало потенциален клиент, защото прилича на спам. Пази се 90 дни.
form-aside-none = Нищо не е отделено
form-aside-none-text = Приличащото на спам чака тук, докато някой го погледне. Нищо изпратено не се губи.
form-not-spam = Не е спам
form-taken = Стана потенциален клиент
form-removed = Премахнато
form-why-trap = Попълнено е поле, което хората не виждат
form-why-fast = Изпратено по-бързо, отколкото някой може да пише
form-why-stamp = Печатът на страницата не е наш
form-why-links = Връзки
form-why-many = Много от едно място

## Consent

consent = Съгласие
consent-many = Съгласия
new-consent = Ново съгласие
create-consent = Създаване на съгласие
empty-consent = Още няма съгласия
empty-consent-text = С какво някой се е съгласил, с кои думи и кога. Питат формулярите; можете и да запишете казаното.
consent-text = Текст
consent-about = Карта
consent-state = Състояние
consent-channel = По
consent-address = Адрес
consent-at = Попитан
consent-given-at = Дадено
consent-form = Формуляр
consent-page = Страница
consent-client = Мрежов адрес
consent-given-from = Потвърдено от
consent-state-asked = Попитан, непотвърдено
consent-state-given = Дадено
consent-state-withdrawn = Оттеглено
person-email-consent = Съгласие за имейл
wrote-consent = поиска съгласие
change-consent-given = { $subject } даде съгласие
change-consent-withdrawn = { $subject } не даде съгласие
consent-subject = { $workspace }: искате ли да ви пишем?
consent-lead = Здравейте, { $name }, във формуляр на { $workspace } някой е посочил този адрес и се е съгласил със следното:
consent-way = Потвърдете тук
consent-otherwise = Ако не сте били вие, не е нужно да правите нищо: без вашето потвърждение нищо не се изпраща.
consent-foot = Получавате това писмо, защото адресът ви е даден на { $workspace }.
consent-title = Може ли да ви пишем?
consent-asks = { $workspace } пита притежателя на { $address }:
consent-yes = Да, съгласявам се
consent-no = Не
consent-withdraw = Промених решението си
consent-is-given = Съгласихте се. Благодарим.
consent-is-withdrawn = Казахте не. Нищо няма да бъде изпратено.

## Fields of a lead that say where it came from

lead-email-consent = Съгласие за имейл
lead-origin = Източник на кампанията
lead-term = Търсена дума
lead-content = Реклама
lead-landing-page = Първа страница
lead-form = Формуляр
lead-recommended-by = По препоръка на
lead-country = Държава
lead-postal-code = Пощенски код
through-form = Формуляр
through-link = Връзка от писмо

## Leads who want to be left alone

lead-do-not-contact = Да не се търси
lead-standing = Отношение
lead-standing-reason = Защо няма интерес
lead-standing-until = Без интерес до
lead-refused-since = Отказал от
lead-alone-until = Да не бъде търсен до
view-all-leads = И тези, които не искат да бъдат търсени

save-consent = Запазване на съгласието
toast-consent = Съгласието е запазено
