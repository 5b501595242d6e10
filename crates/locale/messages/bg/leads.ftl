### Leads, and what becomes of them.

lead = Потенциален клиент
lead-many = Потенциални клиенти
new-lead = Нов потенциален клиент
create-lead = Създай потенциален клиент
empty-lead = Още няма потенциални клиенти
empty-lead-text = Потенциалният клиент е някой, който може да стане клиент. Разберете какво иска и го превърнете в човек, фирма и сделка. Създайте първия или импортирайте списък.

## Fields of a lead

lead-name = Име
lead-company-name = Фирма
lead-job-title = Длъжност
lead-phones = Телефон
lead-emails = Имейл
lead-addresses = Адрес
lead-language = Език
lead-text = Какво иска
lead-status = Състояние
lead-owner = Отговорник
lead-source = Източник
lead-campaign = Кампания
lead-medium = Медия
lead-referrer = Дошъл от страница
lead-told-by = Препоръчан от
lead-status-since = В това състояние от
lead-last-talk-at = Последен разговор
lead-last-talk-by = Последно разговарял
lead-converted-at = Превърнат
lead-person = Стана човекът
lead-company = Стана фирмата
lead-deal = Стана сделката
lead-status-new = Нов
lead-status-working = В работа
lead-status-qualified = Квалифициран
lead-status-not-interested = Не се интересува
lead-status-converted = Превърнат

## Views of leads

view-leads = Открити
view-new-leads = Нови

## Rules of leads

lead-needs-a-name = Въведете име, имейл адрес или телефонен номер
lead-convert-from-card = Превърнете потенциалния клиент от неговия картон, за да стане човек
lead-stays-converted = Този потенциален клиент е превърнат. Отменете превръщането, за да работите отново с него.

## Converting

convert = Превърни
convert-title = Превръщане на { $name }
convert-lead = Потенциалният клиент става човек, с фирма и сделка, ако желаете. Обажданията, бележките, задачите и всичко останало отиват с него. Една отмяна връща всичко.
convert-person = Човек
convert-new-person = Нов човек: { $name }
convert-company = Фирма
convert-new-company = Нова фирма
convert-no-company = Без фирма
convert-company-name = Име на новата фирма
convert-deal = Създай сделка
convert-needs-a-person = Изберете в кого се превръща потенциалният клиент
change-converted = Превръщане на потенциалния клиент { $subject }
toast-converted = { $name } е превърнат. Отмяната го прави отново потенциален клиент.
lead-was-converted = Превърнат
lead-already-converted = { $name } вече е превърнат
