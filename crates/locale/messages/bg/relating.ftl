### Relating many cards with one.

bulk-relate = Свързване
bulk-relate-title = Свързване на { $count } картона
bulk-relate-lead = Всеки от тях се свързва с един картон; първо го виждате и можете да отмените всичко наведнъж.
bulk-relate-add = Добавяне на връзката
bulk-relate-remove = Премахване на връзката
bulk-relate-role = Премахват се само връзките с тази роля; всички, ако полето е празно.
