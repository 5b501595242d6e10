### Думи, времена и грешки, които се ползват навсякъде.

## Действия

save = Запазване
cancel = Отказ
undo = Отмяна
delete = Изтриване
restore = Възстановяване
edit = Редактиране
add = Добавяне
remove = Премахване
close = Затваряне
open = Отваряне
search = Търсене
new = Нов запис
back = Обратно
next = Напред
previous = Назад
more = Още
show-more = Показване на още
copy = Копиране
clear = Изчистване
done = Готово

## Отговори

yes = Да
no = Не
none = Няма
all = Всички
optional = По избор

## Дни и часове

today = Днес
yesterday = Вчера
tomorrow = Утре
today-at = Днес в { $time }
yesterday-at = Вчера в { $time }
tomorrow-at = Утре в { $time }
just-now = Току-що
minutes-ago = Преди { NUMBER($count) } мин.
in-minutes = След { NUMBER($count) } мин.
days-ago =
    { $count ->
        [one] Преди { $count } ден
       *[other] Преди { $count } дни
    }
in-days =
    { $count ->
        [one] След { $count } ден
       *[other] След { $count } дни
    }
count-seconds = { NUMBER($count) } сек.
count-minutes = { NUMBER($count) } мин.
count-hours = { NUMBER($count) } ч.
count-days =
    { $count ->
        [one] { $count } ден
       *[other] { $count } дни
    }

## Какво се обърка

not-found = Тук няма нищо или нямате достъп до него.
denied = Нямате права за това. Администратор може да ви ги даде.
conflict = Междувременно някой друг е променил това. Презаредете страницата и опитайте отново.
too-many-attempts = Твърде много опити. Изчакайте няколко минути и опитайте отново.
internal-error = Нещо се счупи при нас. Опитайте отново и кажете на администратора, ако не се оправи.
required = Попълнете полето
not-a-number = Въведете число
not-a-date = Въведете дата, например 22 ноември или утре
not-a-time = Въведете час, например 14:30
not-an-email = Въведете имейл адрес, например ime@example.com
not-a-phone = Въведете телефонен номер, например +359 2 123 4567
not-an-amount = Въведете сума, например 1250
not-a-choice = Изберете от списъка
not-a-link = Въведете връзка, която започва с https://
too-long =
    { $max ->
        [one] Използвайте най-много { $max } знак
       *[other] Използвайте най-много { $max } знака
    }
