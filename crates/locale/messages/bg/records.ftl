### Какво има всеки картон и какво може да не е наред с него.

untitled = Без име
group-record = Този картон
record-created-at = Създаване
record-created-by = Създаване от
record-updated-at = Последна промяна

## Начини за връзка

channel-all = По никакъв начин
channel-phone = Телефон
channel-email = Имейл
channel-sms = SMS
channel-letter = Писмо
channel-visit = Посещение

## Части на имена, адреси и номера

part-prefix = Титла
part-given = Име
part-middle = Презиме
part-family = Фамилия
part-suffix = Добавка
part-number = Телефонен номер
part-address = Имейл адрес
part-label = Вид
part-street = Улица и номер
part-extended = Етаж и апартамент
part-po-box = Пощенска кутия
part-postal-code = Пощенски код
part-city = Град
part-region = Област
part-country = Държава
part-url = Уеб адрес
part-handle = Потребителско име
part-network = Мрежа
part-reason = Причина
part-until = До
part-channel = Начин

## Видове

label-mobile = Мобилен
label-work = Служебен
label-home = Домашен
label-main = Централа
label-fax = Факс
label-invoice = За фактури
label-delivery = За доставки
label-blog = Блог
label-profile = Профил
label-other = Друг
label-all = По никакъв начин
label-phone = Телефон
label-email = Имейл
label-sms = SMS
label-letter = Писмо
label-visit = Посещение
label-linkedin = LinkedIn
label-facebook = Facebook
label-instagram = Instagram
label-x = X
label-whatsapp = WhatsApp
label-wechat = WeChat
label-telegram = Telegram
label-viber = Viber
label-signal = Signal
label-skype = Skype
label-youtube = YouTube
label-tiktok = TikTok
label-mastodon = Mastodon
label-bluesky = Bluesky
label-github = GitHub
label-xing = XING
label-qq = QQ
label-weibo = Weibo

## Какво не е наред със стойност

not-a-rating = Изберете от една до пет звезди
not-a-file = Изберете файла отново
not-an-image = Изберете снимка, например файл JPEG или PNG
not-yes-or-no = Отговорете с да или не
link-to-itself = Картон не може да е свързан със себе си. Изберете друг.
ends-before-it-starts = Въведете край, който е след началото

## Какво не е наред със заявка

no-such-field = Тук няма такова поле. Изберете друго.
not-a-filter = Този филтър не може да се прочете. Съставете го отново.
filter-too-large = Този филтър има твърде много условия. Премахнете някои.
not-sortable = Списъкът не може да се подреди по това. Изберете друга колона.
not-a-place = Това място в списъка вече не се намира. Започнете отначало.
changed-by-someone-else = Междувременно някой друг е променил това. Презаредете страницата и опитайте отново.
record-is-trashed = Това е в кошчето. Възстановете го, преди да го променяте.
already-undone = Това вече е отменено.
field-read-only = Можете да четете това, но не и да го променяте.
undo-beyond-rights = Промяната засегна и картони, които нямате право да променяте. Нека я отмени някой, който има право.

## Какво не е наред с резервно копие

backup-damaged = Това резервно копие не може да се прочете. Изберете друг файл или го изтеглете отново.
backup-too-new = Това резервно копие е от по-нова версия на Kartotek. Първо обновете Kartotek.
restore-not-empty = Тук вече има картони. Възстановете в празно работно пространство.
label-taken = Това име вече е заето.
options-needed = Дайте поне една възможност.
too-many-fields = Вече има { $max } полета. Първо извадете едно от употреба.
too-many-objects = Вече има { $max } вида картони.
title-needed = Картонът има нужда от заглавие.
not-unique = { $name } вече го има.
not-unique-unseen = Вече има картон с тази стойност, който нямате право да виждате.
values-not-unique = Някои стойности стоят на няколко картона: { $values }. Първо ги променете.
rule-broken = { $message }
rule-without-field = Посочете поне едно поле в скоби.
formula-wrong = Формулата не беше разбрана: { $reason }
formula-failed = Не може да се изчисли: { $reason }
formula-division-by-zero = Деление на нула
formula-bracket = Скоба не е затворена.
formula-too-deep = Има твърде много вложени скоби.
formula-no-such-field = Няма поле „{ $name }“.
formula-circle = Тези се чакат взаимно: { $path }
roll-up-without-field = Полето, което гледа, вече го няма.
roll-up-of-several-currencies = Няколко валути не могат да се съберат.
