### Организацията: обекти, отдели, екипи и кой е в тях.

settings-organisation = Организация
organisation-lead = Къде работят хората: обекти с отдели с екипи. Ролите могат да обхващат екипа, отдела или обекта на човека.
organisation-none = Още няма звена. Започнете с обект или отдел по-долу; малките фирми нямат нужда от тях.
unit-location = Обект
unit-department = Отдел
unit-team = Екип
unit-kind = Вид
unit-parent = Намира се в
unit-top = В нищо, стои най-горе
unit-new = Ново звено
unit-new-lead = Обект, отдел или екип, например София, Продажби или Лодки.
unit-add = Добави звено
unit-add-department = Добави отдел тук
unit-add-team = Добави екип тук
unit-open = Име, място и хора
unit-added = { $name } е добавено
unit-saved = { $name } е запазено
unit-name-of = Име на { $name }
unit-more = Промени { $name }
unit-people =
    { $count ->
        [0] Никой
        [one] { $count } човек
       *[other] { $count } души
    }
unit-place = Име и място
unit-here = Хората тук
unit-here-lead = Човек може да е в няколко звена. Едно от тях е основното, към което принадлежи най-напред.
unit-here-none = Никой не е в самото звено.
unit-join = Добави човек
unit-person = Човек
unit-joined = Добавен(а): { $name }
unit-left = Извън звеното: { $name }
unit-leave = Изведи
unit-leave-of = Изведи { $name } от звеното
unit-home = Основно
unit-make-home = Направи основно
unit-make-home-of = Направи основно звено на { $name }
unit-home-made = { $unit } вече е основното звено на { $name }
unit-also-in = Също в
unit-retire = Закрий
unit-retire-title = Закриване на звеното
unit-retire-lead = Закрива се заедно с всичко в него и вече никой не е в него. Името остава в историята и звеното може да се върне.
unit-retired = { $name } е закрито
units-retired =
    { $count ->
        [one] Закрито е едно звено
       *[other] Закрити са { $count } звена
    }
unit-restore = Върни
unit-restore-of = Върни { $name }
unit-restored = { $name } е върнато
