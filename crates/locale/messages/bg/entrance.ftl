### Входовете: първоначална настройка, влизане, покани и първата страница на празно работно пространство.

sign-in = Вход
sign-out = Изход
sign-in-forgotten = Забравена? Който поддържа сървъра, може да зададе нова.
entrance-footer = Kartotek работи на вашия компютър или сървър. Данните ви остават там.

## Полета във формуляри

field-name = Име
field-your-name = Вашето име
field-email = Имейл
field-password = Парола
field-language = Език
field-country = Държава
field-currency = Валута
field-time-zone = Часова зона
password-help = Поне 10 знака. Може да е и изречение.
error-of-field = { $field }: { $text }
errors-to-correct =
    { $count ->
        [one] Едно нещо за поправяне
       *[other] { $count } неща за поправяне
    }

## Първо стартиране

first-run-title = Създайте своята картотека
first-run-lead = Няколко отговора и после първият картон. Всичко може да се промени по-късно.
first-run-token = Код от конзолата
first-run-token-help = Показан е там, където е стартиран Kartotek, и доказва, че сървърът е ваш.
first-run-token-wrong = Това не е кодът от конзолата.
first-run-workspace = Вашето работно пространство
first-run-workspace-name = Име на фирмата
first-run-country-help = Телефонните номера без код на държава се отнасят към нея.
first-run-you = Вие
first-run-email-help = С него влизате. Нищо не се изпраща никъде.
first-run-open = Отваряне на Kartotek

## Покани

invitation-title = Присъединяване към { $workspace }
invitation-lead = Поканени сте в картотеката на { $workspace }.
invitation-lead-by = { $name } ви кани в картотеката на { $workspace }.
invitation-own-password = Вече имате профил. Въведете неговата парола.
invitation-accept = Присъединяване

## Празно работно пространство

start-title = Картотеката ви е празна
start-text = Тук е мястото на хората, фирмите и домакинствата, с всички разговори, бележки и задачи. Внесете адресите, които вече имате, разгледайте с измислени или напишете първия картон.
start-import = Импортиране на файл
start-sample = Попълване с примерни данни
start-by-hand = Първи картон на ръка
