### Настройки: какво избира всеки за себе си и администраторите за работното пространство.

settings-you = Вие
settings-profile = Профил
settings-password = Данни за вход
settings-sessions = Устройства
settings-workspace = Работно пространство
settings-members = Хора и роли
settings-relations = Връзки
settings-table = Таблица: { $name }
settings-jobs = Фонова работа

## Роли

role-owner = Собственик
role-owner-note = Може всичко, включително да избира други собственици
role-admin = Администратор
role-admin-note = Освен това кани хора и променя настройки
role-member = Член
role-member-note = Чете и променя всички картони
role-read-only = Читател
role-read-only-note = Чете всички картони и не променя нито един

## Профил

profile-lead = Как ви виждат колегите и как вие виждате Kartotek.
profile-theme = Тема
profile-density = Редове
theme-system = Като устройството
theme-light = Светла
theme-dark = Тъмна
density-comfortable = Просторни
density-compact = Сбити
profile-saved = Профилът е запазен

## Имейл и парола

email-lead = С този адрес влизате.
email-change = Смяна на имейла
email-changed = Имейлът е сменен
password-lead = С нова парола се прекратяват влизанията ви навсякъде другаде.
password-old = Сегашна парола
password-new = Нова парола
password-once-more = Паролата ви, за да не може друг да смени адреса.
password-change = Смяна на паролата
password-changed = Паролата е сменена. Влизанията ви навсякъде другаде са прекратени.

## Активни влизания

sessions-lead = Браузърите, в които сте влезли. Излезте от тези, които вече не използвате.
sessions-end-others = Изход навсякъде другаде
session-ended = Влизането там е прекратено
sessions-others-ended = Влизанията навсякъде другаде са прекратени
session-device = Устройство
session-address = Адрес
session-seen = Последно използвано
session-since = Влизане
session-unknown-device = Непознато устройство
session-this = Това
session-end-on = Изход от { $device }

## Работно пространство

workspace-lead = Което важи за всички, освен ако изберат друго за себе си.
workspace-language-help = За нови колеги; всеки избира своя в профила си.
workspace-saved = Работното пространство е запазено
workspace-cards = Картони
workspace-export = Вземете всичко със себе си
workspace-export-help = Всички картони с историята и файловете им в един архив, който друг Kartotek може да прочете.
workspace-export-do = Експортиране
workspace-sample = Примерни данни
workspace-sample-help = Измислените хора и фирми изчезват; вашите картони остават.
workspace-sample-remove = Премахване на примерните данни

## Хора и роли

members-lead = Всички, които могат да влизат тук, и какво им е позволено.
member-role = Роля
member-since = От
member-make = Промяна на ролята: { $role }
member-remove = Премахване от пространството
member-more = Промяна на { $name }
member-role-changed = { $name } вече е с роля { $role }
member-remove-title = Премахване на { $name } от пространството
member-remove-lead = Влизанията на този човек се прекратяват веднага и той вече не може да влиза тук. Картоните остават, а името остава в историята. За да се върне, поканете го отново.
member-removed = { $name } вече не е в работното пространство
invite = Поканване
invite-title = Поканете колега
invite-lead = Поканата е връзка, която работи веднъж, до седем дни. Изпраща се по пощата или я предавате сами.
invitation-link = Връзка към поканата
invitation-link-help = Показва се само този път.
copied = Копирано
invitations-open = Още без отговор
invitation-by = Поканен от
invitation-until = Валидна до
invitation-expired = Изтекла
invitation-withdraw = Оттегляне
invitation-withdraw-of = Оттегляне на поканата за { $email }
invitation-withdrawn = Поканата е оттеглена

## Връзки

relations-lead = Как картоните са свързани. Всяка връзка се записва веднъж и се чете от двете страни.
relation-new = Ваша собствена връзка
relation-new-lead = Например: един човек е „Треньор на“ друг, който е „Трениран от“ първия.
relation-from = Първи картон
relation-forth = На първия картон
relation-to = Втори картон
relation-back = На втория картон
relation-forth-help = Например: Треньор на
relation-back-help = Например: Трениран от. Същите думи, ако полето е празно.
relation-add = Добавяне на връзка
relation-added = Връзката е добавена
relation-between = Между
relation-made-by = Създадена от
relation-own = Вашето пространство
relation-built-in = Kartotek
relation-same = същото

## Фонова работа

jobs-lead = Импорти и друга дълга работа. Продължава, когато затворите страницата, и след рестартиране.
jobs-none = Тук няма работа.
job-cancelling = Отменя се
job-retried = Изпълнява се отново
job-retry = Отново
job-attempts =
    { $count ->
        [one] { $count } опит
       *[other] { $count } опита
    }
job-progress = { NUMBER($done) } от { NUMBER($total) }
job-records-import = Импорт
job-records-import-dry-run = Пробен импорт
job-records-undo = Отмяна
job-sample-fill = Попълване на примерни данни
job-sample-remove = Премахване на примерни данни
