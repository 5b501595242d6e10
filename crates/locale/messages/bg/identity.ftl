### Работни пространства, потребители, влизане и покани.

identity-name-empty = Въведете име.
identity-name-too-long = Използвайте най-много { $most } знака за името.
identity-email-unreadable = Въведете имейл адрес, например anna@example.com.
identity-email-taken = Друг потребител използва този имейл адрес.
identity-language-unknown = Изберете един от езиците.
identity-country-unknown = Изберете държава.
identity-currency-unknown = Изберете валута.
identity-time-zone-unknown = Изберете часова зона, например Europe/Sofia.
identity-choice-unknown = Изберете една от възможностите.
identity-password-too-short = Използвайте поне { $least } знака.
identity-password-too-long = Използвайте най-много { $most } знака.
identity-password-is-yours = Изберете парола, различна от името и имейл адреса ви.
identity-password-common = Много хора използват тази парола и тя се налучква първа. Изберете друга.
identity-password-wrong = Паролата е грешна.
identity-sign-in-wrong = Имейл адресът или паролата са грешни.
identity-sign-in-no-workspace = Не сте член на нито едно работно пространство. Помолете администратор да ви покани.
identity-sign-in-busy = В момента влизат много хора. Опитайте отново след малко.
identity-already-set-up = Kartotek вече е настроен. Влезте в профила си.
identity-last-owner = Работното пространство трябва да има собственик. Първо направете друг собственик.
identity-already-member = Човек с този имейл адрес вече е член.
identity-invitation-over = Поканата е изтекла, използвана или оттеглена. Поискайте нова.
