### Ключове за достъп: влизане без парола.

passkeys = Ключове за достъп
passkeys-lead = Ключ в устройството ви, който ви вписва с пръст, лице или ПИН. Никой не може да го познае или да ви го измъкне.
passkeys-none = Още няма ключове за достъп.
passkeys-count =
    { $count ->
        [one] Един ключ за достъп
       *[other] { $count } ключа за достъп
    }
passkeys-manage = Управление
passkey-add = Добави ключ за достъп
passkey-name-help = По какво ще го познавате, например Служебен лаптоп.
passkey-used = Последно използван
passkey-never = Никога
passkey-made = Създаден
passkey-for = За
passkey-remove-of = Премахни { $name }
passkey-added = Отсега { $name } ви вписва
passkey-renamed = { $name } е запазен
passkey-removed = Ключът за достъп вече не отваря нищо
passkey-unable = Браузърът ви не може да създава ключове тук. Нужен е съвременен браузър със скриптове.
passkey-sign-in = Влез с ключ за достъп
passkey-or = или
passkey-stopped = Устройството не отговори. Опитайте отново.
