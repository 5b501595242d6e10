### Как обажданията стават разговори, срещи, оферти и спечелени сделки.

sales-activities = Дейности
activity-lead = До какво доведе работата: колко обаждания са приети и колко разговора са довели до срещи, оферти и спечелени сделки. Всяко число отваря списъка си; процентът е спрямо предишната стъпка.
activity-hidden = Нищо от това не може да ви бъде показано.
activity-span-week = Седмици
activity-span-month = Месеци
activity-calls = Обаждания
activity-talks = Разговори
activity-meetings = Срещи
activity-quotes = Изпратени оферти
activity-wins = Спечелени
activity-rate = { $part } на сто { $whole }
