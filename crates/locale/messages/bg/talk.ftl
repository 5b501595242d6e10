### Коментари, споменавания, следене и известия.

comment = Коментар
comment-many = Коментари
new-comment = Нов коментар
create-comment = Създаване на коментар
empty-comment = Още няма коментари
empty-comment-text = Коментарът е разговор между колеги за даден картон; клиентът не участва в него. Напишете го на картона и посочете някого с @. Тук се събират всички коментари.
comment-text = Текст
comment-about = Картон
comment-at = Кога
comment-owner = Написано от
comment-edited-at = Редактирано
comment-mentions = Споменати
comment-what = Кажете нещо на колегите; с @ споменавате някого
save-comment = Коментиране
toast-comment = Коментарът е добавен
toast-comment-edited = Коментарът е променен
wrote-comment = коментира
comment-edited = редактиран
rights-with-card = Всеки, който вижда картона
rights-author = Който го е написал

## Споменаване

mention-who = Колеги и екипи
mention-blind-short = не вижда този картон
mention-blind =
    { $count ->
        [one] { $names } не вижда този картон и не получава известие
       *[other] { $names } не виждат този картон и не получават известие
    }

## Следене

follow = Следене
following-now = Следите
follow-note = Научавайте какво става с този картон
unfollow-note = Не научавайте повече за този картон
followers = Следят го
followers-none = Още никой не следи този картон
toast-following = Следите този картон
toast-not-following = Вече не следите този картон

## Известия

nav-notifications = Известия
nav-news = Звънче
notices-unread =
    { $count ->
        [one] { $count } непрочетено
       *[other] { $count } непрочетени
    }
notices-only-unread = Непрочетени
notices-choose = Настройки
notices-read-all = Всички са прочетени
notices-none = Още няма нищо
notices-none-text = Когато някой ви спомене, коментира картон, който следите, или ви направи отговорник, то се появява тук.
notices-none-unread = Всичко е прочетено
notices-none-unread-text = Следващото се появява тук и на звънчето.
notice-new = непрочетено
notice-mark-read = Отбелязване като прочетено
notice-mark-unread = Отбелязване като непрочетено
notice-mentioned = { $who } ви спомена в { $card }
notice-comment = { $who } коментира { $card }
notice-activity = { $who } записа нещо в { $card }
notice-activity-note = { $who } написа бележка в { $card }
notice-activity-call = { $who } записа разговор в { $card }
notice-activity-task = { $who } добави задача в { $card }
notice-activity-many = { $who } записа нещо в { $count } картона, които следите
notice-activity-several = { $who } записа нещо в картони, които следите
notice-changed =
    { $times ->
        [1] { $who } промени { $card }
       *[other] { $who } промени { $card } { $times } пъти
    }
notice-changed-many = { $who } промени { $count } картона, които следите
notice-changed-several = { $who } промени картони, които следите
notice-assigned = { $who } ви направи отговорник за { $card }
notice-assigned-many = { $who } ви направи отговорник за { $count } картона
notice-assigned-several = { $who } ви направи отговорник за няколко картона
notice-shared = { $who } сподели { $card } с вас
notice-finished = Готово: { $job }
notice-failed = Неуспешно: { $job }
notice-finished-gone = Работата на заден план е готова

settings-notifications = Известия
notices-lead = За какво ви се съобщава. Никога не ви се съобщава за онова, което сами сте направили, нито за картони, които не може да виждате.
notices-what = Кога
notices-shown = В Kartotek
notices-mailed = По пощата
notices-kind-mentioned = Някой споменава вас или вашия екип
notices-kind-comment = Някой коментира картон, който следите
notices-kind-activity = Към картон, който следите, се добавя бележка, разговор или задача
notices-kind-changed = Картон, който следите, се променя
notices-kind-assigned = Ставате отговорник за нещо
notices-kind-shared = С вас се споделя картон
notices-kind-finished = Ваш импорт или друга дълга работа приключва
notices-follow = Следене чрез участие
notices-follow-help = Следите картоните, които коментирате, в които сте споменати или за които отговаряте, освен ако спрете да следите някой от тях.
notices-chosen = Запазено
job-records-bulk = Промяна на много картони

## Писма

notices-letter-subject =
    { $count ->
        [one] { $count } известие
       *[other] { $count } известия
    }
notices-letter-open = Отваряне в Kartotek
notices-letter-foot = Получавате това, защото сте избрали да научавате по пощата. Изберете друго: { $address }
job-notices-by-mail = Известия по пощата
job-mail-send = Изпращане на писмо

settings-mail = Изходяща поща
mail-server = Писмата се изпращат през { $host } като { $sender }.
mail-none = Няма настроен пощенски сървър, затова писмата се пазят тук и нищо не се изпраща. Който поддържа Kartotek, настройва сървър със smtp и mail_from.
mail-trouble = Пощенският сървър не приема писма. Те се изпращат отново сами.
mail-empty = Още няма писма
mail-subject = Тема
mail-state = Състояние
mail-when = Кога
mail-words = Писмото
mail-enclosed = Какво върви с него
mail-waiting = Чака
mail-sent = Изпратено
mail-failed = Неуспешно
mail-kept = Пази се тук
mail-next = Следващ опит
mail-send = Изпращане
mail-test = Изпращане на пробно писмо
mail-test-subject = Пробно писмо от Kartotek
mail-test-text = Ако четете това, писмата пристигат.
mail-on-its-way = Писмото пътува
mail-is-kept = Писмото се пази в изходящата поща
mail-words-gone = Изпратеното не се пази.
mail-words-of-owners = Това писмо може да бъде прочетено само от собственици.
mail-no-server = Няма настроен пощенски сървър, затова нищо не може да се изпрати.
mail-is-sent = Вече е изпратено.

## Покани по пощата

invitation-way = Как стига дотам
invitation-language = Език на писмото
invitation-by-mail = По пощата
invitation-by-mail-from = От { $sender }
invitation-by-mail-kept = Няма настроен пощенски сървър: писмото се пази в изходящата поща
invitation-by-link = С връзка
invitation-by-link-note = Показва се веднъж; предавате я сами
invitation-sent = Поканата до { $email } пътува
invitation-kept = Поканата до { $email } се пази в изходящата поща
invitation-again = Изпращане отново
invitation-letter-subject = { $who } ви кани в { $workspace }
invitation-letter-text = { $who } ви кани да работите заедно в { $workspace } с Kartotek.
invitation-letter-accept = Приемане на поканата
invitation-letter-until = Връзката работи веднъж, до { $date }.
invitation-letter-foot = Ако не очаквате това писмо, не е нужно да правите нищо.
