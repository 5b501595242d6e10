### API, ключовете и уеб куките.

## Грешки на програмите

api-malformed = Съдържанието не е валиден JSON: { $what }
api-not-json = Изпратете съдържанието като application/json.
api-changed-meanwhile = Записът е променен, откакто е прочетен. Прочетете го отново и повторете промяната.
api-denied = Този ключ няма право на това.
api-key-needed = Изпратете валиден ключ в заглавието Authorization: Bearer kartotek_…
api-too-many = Този ключ е използван твърде често. Изчакайте, колкото казва Retry-After.
api-no-such-parameter = Няма такъв параметър.
api-no-such-name = Няма поле { $name }.
api-not-a-relation = { $name } не сочи към карта.
api-out-of-range = Използвайте цяло число от { $least } до { $most }.
api-wrong-type = Това трябва да е: { $type }.
api-too-many-items = Използвайте най-много { $most }.
api-read-only = Kartotek само попълва това поле.
api-no-such-card = Няма такава карта.
api-no-such-user = Няма такъв потребител.
api-no-match-by = Записи не могат да се намерят по { $name }.
api-several-match = { $count } записа имат тази стойност в { $name }.
api-idempotency-key = Използвайте от 1 до 255 видими знака.
api-idempotency-key-used = Този ключ беше за друга заявка. Използвайте нов.

## Справочник

api-title = API
api-lead = Какво могат да правят тук други програми, с всяко поле на това работно пространство.
api-download = Документ OpenAPI
api-first-steps = Първи стъпки
api-fields = Полета
api-field = Поле
api-value = Стойност
api-read-only-short = само за четене
api-operations = Операции
api-parameters = Параметри
api-body = Съдържание
api-answers = Отговори
api-tag-all = Всичко
api-intro-keys = Създайте ключ в настройките и го изпращайте с всяка заявка. Програмата може да прави това, което позволява ролята на ключа.
api-intro-values = Стойностите на записа са под „fields“. Празните полета се пропускат; null изпразва поле.
api-intro-versions = Изпратете версията на записа в If-Match, за да го промените само както сте го видели.
api-intro-once = Изпращайте Idempotency-Key с всяка промяна: повторена в рамките на ден, тя се извършва веднъж.
api-intro-mistakes = Грешките идват като problem details (RFC 9457), които назовават всяко поле. Остатъкът от лимита е в RateLimit.
api-intro-mcp = Асистентите се свързват с този адрес със същия ключ (Model Context Protocol).
api-op-list = Списък, филтър и подредба
api-op-create = Създаване
api-op-get = Прочитане на един
api-op-update = Промяна
api-op-delete = Преместване в кошчето
api-op-restore = Връщане от кошчето
api-op-upsert = Създаване или промяна
api-op-merge = Сливане
api-op-undo = Връщане на група промени
api-op-batch = До 1000 наведнъж
api-op-history = История
api-op-links = Връзки
api-op-link = Свързване с друга карта
api-op-activities = Какво се е случило
api-op-search = Търсене навсякъде
api-op-changes = Следене на всички промени
api-op-link-kinds = Видове връзки
api-op-change-link = Промяна на връзка
api-op-remove-link = Премахване на връзка
api-op-add-file = Изпращане на файл
api-op-get-file = Получаване на файл
api-op-users = Потребители
api-op-openapi = Това описание

## Ключове

settings-api-keys = Ключове за API
api-keys-lead = С тях влизат програми и асистенти. Ключът действа от името на създателя си и спира, когато той напусне.
api-key-new = Нов ключ
api-key-new-lead = Създайте по един за всяка програма, за да можете да го отнемете поотделно.
api-key-name = Име
api-key-name-help = За какво е, например Онлайн магазин
api-key-until = Валиден до
api-key-validity = Валидност
api-key-days = { $count } дни
api-key-for-ever = Безсрочно
api-key-make = Създаване на ключ
api-key-made = Вашият нов ключ
api-key-made-help = Показва се само този път. Пазете го там, където никой друг не може да го прочете.
api-key-of = Създаден от
api-key-unused = Никога
api-key-withdraw-of = Отнемане на ключа { $name }
api-key-withdrawn = Ключът е отнет
identity-key-name-missing = Дайте име на ключа.
change-batch = Променени няколко карти

## Уеб куки

settings-webhooks = Уеб куки
webhooks-lead = Kartotek веднага съобщава на други програми какво се е променило. Всяко съобщение е подписано (Standard Webhooks).
webhook-new = Нова уеб кука
webhook-name = Име
webhook-name-help = Кой слуша, например Счетоводство
webhook-address = Адрес
webhook-address-help = Адрес с https в интернет
webhook-about = За
webhook-all = Всичко
webhook-make = Добавяне на уеб кука
webhook-made = Уеб куката е добавена
webhook-secret = Тайна
webhook-secret-help = С нея другата програма проверява дали съобщението идва оттук.
webhook-active = Активна
webhook-paused = На пауза
webhook-pause = Пауза
webhook-resume = Продължаване
webhook-resumed = Уеб куката ще получава всичко оттук нататък
webhook-stopped = Уеб куката е на пауза
webhook-remove = Премахване
webhook-removed = Уеб куката е премахната
webhook-test = Изпращане на проба
webhook-tested = Пробата е на път
webhook-address-wrong = Въведете адрес като https://example.com/hook.
webhook-address-private = Този адрес води към частна мрежа. Използвайте адрес в интернет.
webhook-too-many = Вече има { $most } уеб куки. Първо премахнете една.
webhook-deliveries = Доставки
webhook-deliveries-lead = Последните тридесет дни. Съобщение, което никой не е приел, се изпраща отново три дни; после можете да го изпратите ръчно.
webhook-no-deliveries = Още нищо не е изпратено.
delivery-when = Кога
delivery-event = Събитие
delivery-state = Състояние
delivery-answer = Отговор
delivery-attempts = Опити
delivery-waiting = Чака
delivery-delivered = Доставено
delivery-failed = Неуспешно
delivery-next = Следващ опит
delivery-again = Изпращане отново
delivery-again-of = Изпращане отново на { $event }
delivery-sent-again = Изпраща се отново
delivery-body = Съобщение
delivery-show = Показване на { $event }
job-webhooks-dispatch = Уеб куки
job-webhooks-deliver = Съобщение на уеб кука
