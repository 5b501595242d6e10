### Примерните данни: какво казват и какво се казва за тях.

sample-filling = Примерните данни се въвеждат. След миг ще са тук.
sample-removing = Примерните данни се премахват.
sample-filled = Примерните данни са въведени.
sample-removed = Примерните данни са премахнати.
sample-removed-partly =
    { $count ->
        [one] Примерните данни са премахнати без { $count } картон, който някой е променил.
       *[other] Примерните данни са премахнати без { $count } картона, които някой е променил.
    }
sample-is-there = Примерните данни вече са въведени.
sample-is-busy = В момента примерните данни се въвеждат или премахват. Изчакайте да приключи.
change-sample = Въведени примерни данни

## Cards

sample-household = Семейство { $name }
sample-tag-customer = Клиент
sample-tag-supplier = Доставчик
sample-tag-partner = Партньор
sample-tag-newsletter = Бюлетин
sample-tag-vip = Постоянен клиент
sample-industry-boats = Лодки
sample-industry-construction = Строителство
sample-industry-plumbing = ВиК
sample-industry-furniture = Мебели
sample-industry-accounting = Счетоводство
sample-industry-transport = Транспорт
sample-industry-bakery = Пекарна
sample-industry-electricity = Електроуслуги
sample-industry-software = Софтуер
sample-industry-food = Храни
sample-industry-health = Здраве
sample-industry-gardens = Градини
sample-industry-timber = Дървен материал
sample-industry-engineering = Машиностроене
sample-industry-textiles = Текстил
sample-industry-trade = Търговия
sample-refused-newsletter = Не желае повече бюлетин
sample-refused-phone = Желае само писма, без обаждания
sample-refused-leave = В отпуск, иска спокойствие дотогава
sample-refused-all = Помоли да не се обръщаме повече към него
sample-refused-offer = Има друг доставчик и е доволен

## What was said

sample-note-1 = Срещнахме се на изложението. Интересува се от договор за поддръжка за следващия сезон.
sample-note-2 = Предпочита да му се звъни сутрин, никога след три.
sample-note-3 = Изпратихме ценоразпис и две препоръки по имейл.
sample-note-4 = Решава заедно с партньора си, двамата трябва да са на срещата.
sample-note-5 = Пак плати в рамките на седмица. Удоволствие е да се работи с такива хора.
sample-note-6 = Напролет се мести в нов офис; тогава да се поиска новият адрес.
sample-note-7 = Последната доставка закъсня с ден. Извинихме се и дадохме пет процента за следващата.
sample-note-8 = Има куче Бела. Винаги си струва да се попита за него.
sample-note-9 = Иска да сравни офертата ни с две други преди лятото.
sample-note-10 = Препоръча ни на съсед.
sample-call-1 = Обсъдихме офертата. Иска още едно посещение преди решението.
sample-call-2 = Помоли за копие от последната фактура.
sample-call-3 = Доволен е от работата. Иска да му напомним наесен.
sample-call-4 = Потвърди срещата; паркира се зад къщата.
sample-call-5 = Иска да помисли до следващата седмица.
sample-call-6 = Поръча същото като миналата година.
sample-call-7 = Поема нов колега; ще ни напише името.
sample-call-8 = Въпрос за срока на доставка. Отговорено.
sample-deal-1 = Годишен договор за поддръжка
sample-deal-2 = Ново оборудване
sample-deal-3 = Пробна поръчка
sample-deal-4 = Подновяване за две години
sample-deal-5 = Обзавеждане на работилницата
sample-deal-6 = Разширяване на поръчката
sample-deal-7 = Доставка за лятото
sample-deal-8 = Консултация и планиране
sample-deal-9 = Подмяна на старите машини
sample-deal-10 = Рамков договор
sample-task-1 = Изпращане на офертата
sample-task-2 = Да се пита дали доставката е пристигнала
sample-task-3 = Подготовка на годишната среща
sample-task-4 = Изпращане на подписания договор
sample-task-5 = Проверка на неплатената фактура
sample-task-6 = Уговаряне на ден за посещение
sample-task-7 = Картичка за рожден ден
sample-task-8 = Обновяване на ценоразписа
sample-appointment-1 = Посещение при клиента
sample-appointment-2 = Преговори за договор
sample-appointment-3 = Демонстрация
sample-appointment-4 = Преглед на доставката
sample-appointment-5 = Годишен преглед
sample-appointment-6 = Оглед на място
sample-meeting = Седмична среща
