### Работа на заден план.

jobs-state-waiting = Чака
jobs-state-running = Изпълнява се
jobs-state-done = Завършена
jobs-state-failed = Неуспешна
jobs-state-cancelled = Отменена
jobs-not-over = Само неуспешна или отменена задача може да се изпълни отново.
jobs-cancelled = Задачата беше отменена.
jobs-lease-lost = Задачата беше продължена на друго място.
jobs-released = Задачата беше прекъсната и ще продължи по-късно.
