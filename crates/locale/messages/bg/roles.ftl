### Роли: какво може с кои картони и полета.

settings-roles = Роли
roles-lead = Членовете могат всичко с всички картони, докато не им дадете собствени роли. Тогава могат това, което ролите заедно позволяват.
role-name = Роля
role-have-it = Хора с нея
role-always = Винаги я има
role-new = Собствена роля
role-new-lead = Започва с всичко, което може един член. После кажете какво е по-малко.
role-add = Добави роля
role-added = { $name } е добавена
role-saved = { $name } е запазена
role-retire = Закрий
role-retire-title = Закриване на ролята
role-retire-lead = Само когато никой вече я няма.
role-retired = { $name } е закрита
role-restored = { $name } е върната
rights-title = Какво позволява
rights-lead = С чии картони какво може. Първият ред важи за всеки вид картон, за който не е казано друго.
rights-card = Картони
rights-every = Всички други
rights-inherit = Като горе
rights-cell = { $object }: { $verb }
verb-see = Вижда
verb-create = Създава
verb-edit = Променя
verb-delete = Изтрива
verb-export = Изнася
verb-import = Внася
verb-merge = Обединява
verb-bulk = Променя много
reach-none = Никои
reach-own = Свои
reach-team = На екипа
reach-department = На отдела
reach-location = На обекта
reach-all = Всички
fields-title = Полета: { $object }
fields-lead = Какво може с всяко поле на картоните, до които ролята достига.
fields-link =
    { $count ->
        [0] Полета
       *[other] Полета: { $count } ограничени
    }
field-right-editable = Променя се
field-right-read-only = Само чете
field-right-hidden = Скрито
fields-saved = Полетата са запазени
member-open = Роли и звена
member-roles = Собствени роли
member-roles-lead = { $name } е { $role }. Без собствена роля може всичко, което тя позволява; с такива — това, което заедно позволяват.
member-roles-admin = { $name } е { $role } и може всичко, каквито и роли да има.
member-roles-none = Още няма собствени роли.
member-roles-make = Създайте роля
member-roles-saved = Ролите на { $name } са запазени
member-units = Звена
member-units-none = { $name } не е в никое звено. Екип, отдел и обект са само той или тя.
member-may = Какво може { $name }

# Споделяне на един картон
share = Споделяне
share-card = Споделяне на { $name }
share-lead = Някой вижда или променя този картон извън позволеното от ролята му.
share-with = С кого
share-choose = Изберете човек или звено
share-unit = Всички в { $unit }
share-may = Право
share-may-see = Да го вижда
share-may-edit = Да го вижда и променя
share-until = До
share-until-help = Споделянето изтича в края на този ден. Оставете празно, за да е безсрочно.
share-for-good = Безсрочно
share-by = Споделено от
share-present = Споделено с
share-none = Този картон не е споделен с никого.
share-end = Край
share-end-with = Край на споделянето с { $name }
toast-shared = Споделено с { $name }
toast-unshared = Вече не е споделено с { $name }

# Защо някой може да вижда картон
why = Защо виждам това?
why-of = Защо { $name } вижда това?
why-lead = Всеки ред по-долу би бил достатъчен сам по себе си.
why-who = Човек
why-ask = Покажи
why-see = Да се вижда
why-edit = Да се променя
why-see-not = Този човек няма право да вижда картона.
why-edit-not = Нищо не позволява картонът да се променя.
why-built-in = Ролята { $role } обхваща всички картони в работното пространство.
why-role-all = Ролята { $role } обхваща картоните от този вид на всички ({ $cards }).
why-role-own = Ролята { $role } обхваща собствените картони и този е един от тях.
why-role-unit = Ролята { $role } обхваща картоните на всички в { $unit }, а този е на { $whose }.
why-shared = { $who } го сподели с { $with }.
why-shared-until = { $who } го сподели с { $with } до { $until }.

# An administrator looks as a member
view-as = Преглед като { $name }
view-as-lead = Виждате работното пространство така, както { $name }, и през това време не променяте нищо. Прегледът се записва в дневника.
view-as-banner = Виждате Kartotek така, както { $name }. Нищо не може да се променя.
view-as-end = Край
