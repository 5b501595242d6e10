### Deals, pipelines and forecasts.

deal = Сделка
deal-many = Сделки
new-deal = Нова сделка
create-deal = Създай сделка
empty-deal = Още няма сделки
empty-deal-text = Сделката е нещо, което клиент може да купи: за колко, кога и докъде е стигнало. Създайте първата или импортирайте списък.

## Fields of a deal

deal-name = Име
deal-company = Фирма
deal-person = Човек
deal-amount = Сума
deal-stage = Етап
deal-closes-on = Приключва на
deal-probability = Вероятност в проценти
deal-forecast = Прогноза
deal-pipeline = Фуния
deal-state = Състояние
deal-weighted = Претеглена сума
deal-checked = Отметнато
deal-lost-reason = Загубена поради
deal-competitor = Конкурент
deal-next-step-at = Следваща стъпка
deal-stage-since = В този етап от
deal-closed-at = Приключена
deal-tags = Етикети
deal-about = Относно
deal-owner = Отговорник
deal-source = Източник
deal-last-talk-at = Последен разговор
deal-last-talk-by = Последно разговарял

## Choices of a deal

pipeline-sales = Продажби
stage-new = Нова
stage-qualified = Квалифицирана
stage-proposal = Предложение
stage-negotiation = Преговори
stage-won = Спечелена
stage-lost = Загубена
forecast-committed = Сигурна
forecast-best-case = В най-добрия случай
forecast-pipeline = Във фунията
forecast-omitted = Не се брои
deal-state-open = Отворена
deal-state-won = Спечелена
deal-state-lost = Загубена
lost-reason-price = Цена
lost-reason-competitor = Отиде при конкурент
lost-reason-no-budget = Няма бюджет
lost-reason-no-decision = Няма решение
lost-reason-bad-timing = Неподходящ момент
lost-reason-lacks-something = Нещо липсва в продукта
lost-reason-other = Друго
link-takes-part-forth = Участва в
link-takes-part-back = Хора в сделката

## Views of deals

view-closing = Приключват този месец
view-no-next-step = Без следваща стъпка
no-next-step = Няма следваща стъпка
days-in-stage = { $days } дни в този етап
days-in-short = { $days } д

## Rules of stages

stage-out-of-use = Този етап вече не се използва. Изберете друг.
needed-in-stage = Нужно е в етапа { $stage }
lost-needs-a-reason = Изберете защо е загубена
stage-checklist-open = Още не е отметнато за { $stage }: { $left }
not-a-percentage = Въведете цяло число от 0 до 100

## Settings: pipelines

settings-pipelines = Фунии
pipelines-lead = Етапите, през които минават сделките, вероятността на всеки и какво е нужно на сделката, за да влезе.
pipeline-one = Фуния { $name }
pipeline-name = Име на фунията
pipeline-add = Добави фуния
pipeline-add-lead = За това, което се продава по друг начин: започва с етапите на първата.
pipeline-remove = Извади фунията от употреба
pipelines-kept = Фуниите са запазени
pipelines-changed = Междувременно някой друг промени фуниите. Погледнете ги отново и тогава ги променете.
pipeline-needed = Трябва да има поне една фуния
pipeline-lacks-stages = Фунията трябва да има отворен, спечелен и загубен етап
too-many-pipelines = Най-много { $max } фунии
too-many-stages = Най-много { $max } етапа
stage-has-deals = В етапа { $name } все още има сделки. Първо ги преместете, после го извадете.
stage-one = Етап { $name }
stage-name = Име на етапа
stage-probability = Вероятност в проценти
stage-outcome = Сделката в него е
stage-forecast = В прогнозата е като
stage-stale-after = Застоява след толкова дни
stage-stale-help = Празно: никога.
stage-requires = Трябва да е попълнено, преди сделката да влезе
stage-checklist = Трябва да е отметнато, преди сделката да влезе
stage-checklist-help = По един ред за всяко, например „Бюджетът е потвърден“.
stage-add = Добави етап
stage-new-name = Нов етап
stage-remove = Извади етапа от употреба
stage-up = Премести { $name } нагоре
stage-down = Премести { $name } надолу
stage-in-short = { $chance } %

## Figures

sales-forecast = Прогноза
sales-funnel = Етапи
sales-won-lost = Спечелени и загубени
sales-forecast-lead = Спечеленото през това време и отворените сделки, които трябва да приключат в него. Всяко число води до своите сделки.
sales-funnel-lead = Колко сделки са влезли във всеки етап през това време, колко от тях са продължили нататък (и след това) и колко са останали.
sales-won-lost-lead = Сделките, приключени през това време.
sales-period = Период
sales-all-pipelines = Всички фунии
sales-nobody = Никой
sales-not-said = Не е посочено
sales-nothing = Няма сделки през това време.
sales-together = Общо
sales-weighted-help = Всяка сума по нейната вероятност
sales-won-amount = Спечелена сума
sales-lost-amount = Загубена сума
sales-win-rate = Спечелени от всички
sales-funnel-empty = { $name }: през това време никоя сделка не е влязла в етап.
funnel-entered = Влезли
funnel-share = Дял
funnel-went-on = Продължили
funnel-rate = От тях
funnel-stayed = Средно останали
funnel-days = { $days } дни
funnel-here-now = Сделките, които са в него сега
period-this-month = Този месец
period-next-month = Следващия месец
period-last-month = Миналия месец
period-this-quarter = Това тримесечие
period-next-quarter = Следващото тримесечие
period-last-quarter = Миналото тримесечие
period-this-year = Тази година
sales-overdue = { $count ->
    [one] { $count } отворена сделка е трябвало да приключи преди днес: { $amount }
   *[other] { $count } отворени сделки е трябвало да приключат преди днес: { $amount }
}
sales-undated = { $count ->
    [one] { $count } отворена сделка няма ден на приключване: { $amount }
   *[other] { $count } отворени сделки нямат ден на приключване: { $amount }
}
