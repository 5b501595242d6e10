### What every card has, and what can be wrong with it.

untitled = Untitled
group-record = This card
record-created-at = Created
record-created-by = Created by
record-updated-at = Last changed

## Ways to reach somebody

channel-all = In any way
channel-phone = Phone
channel-email = E-mail
channel-sms = Text message
channel-letter = Letter
channel-visit = Visit

## Parts of names, addresses and numbers

part-prefix = Title
part-given = First name
part-middle = Middle name
part-family = Last name
part-suffix = Suffix
part-number = Phone number
part-address = E-mail address
part-label = Label
part-street = Street and number
part-extended = Apartment or floor
part-po-box = PO box
part-postal-code = Postal code
part-city = City
part-region = Region
part-country = Country
part-url = Web address
part-handle = User name
part-network = Network
part-reason = Reason
part-until = Until
part-channel = Channel

## Labels

label-mobile = Mobile
label-work = Work
label-home = Home
label-main = Main
label-fax = Fax
label-invoice = Invoices
label-delivery = Deliveries
label-blog = Blog
label-profile = Profile
label-other = Other
label-all = In any way
label-phone = Phone
label-email = E-mail
label-sms = Text message
label-letter = Letter
label-visit = Visit
label-linkedin = LinkedIn
label-facebook = Facebook
label-instagram = Instagram
label-x = X
label-whatsapp = WhatsApp
label-wechat = WeChat
label-telegram = Telegram
label-viber = Viber
label-signal = Signal
label-skype = Skype
label-youtube = YouTube
label-tiktok = TikTok
label-mastodon = Mastodon
label-bluesky = Bluesky
label-github = GitHub
label-xing = XING
label-qq = QQ
label-weibo = Weibo

## What is wrong with a value

not-a-rating = Choose one to five stars
not-a-file = Choose the file again
not-an-image = Choose a picture, such as a JPEG or PNG file
not-yes-or-no = Answer yes or no
link-to-itself = A card cannot be related to itself. Choose another.
ends-before-it-starts = Enter an end that is after the start

## What is wrong with a request

no-such-field = This field does not exist here. Choose another.
not-a-filter = This filter cannot be read. Build it again.
filter-too-large = This filter has too many conditions. Remove some.
not-sortable = The list cannot be sorted by this. Choose another column.
not-a-place = This place in the list cannot be found. Start from the top.
changed-by-someone-else = Somebody else changed this in the meantime. Reload the page and try again.
record-is-trashed = This is in the trash. Restore it before you change it.
already-undone = This has been undone already.
field-read-only = You may read this, but not change it.
undo-beyond-rights = This change also touched cards that you may not change. Somebody who may has to undo it.

## What is wrong with a backup

backup-damaged = This backup cannot be read. Choose another file, or fetch it again.
backup-too-new = This backup comes from a newer Kartotek. Update Kartotek first.
restore-not-empty = There are cards here already. Restore into an empty workspace.
label-taken = This name is taken already.
options-needed = Give at least one option.
too-many-fields = There are { $max } fields already. Take one out of use first.
too-many-objects = There are { $max } kinds of card already.
title-needed = A card needs its title.
not-unique = { $name } has this already.
not-unique-unseen = There is already a card with this value that you may not see.
values-not-unique = Some values stand on several cards: { $values }. Change those first.
rule-broken = { $message }
rule-without-field = Name at least one field in brackets.
formula-wrong = The formula was not understood: { $reason }
formula-failed = Cannot be computed: { $reason }
formula-division-by-zero = Division by zero
formula-bracket = A bracket is not closed.
formula-too-deep = There are too many brackets within brackets.
formula-no-such-field = There is no field “{ $name }”.
formula-circle = These wait for each other: { $path }
roll-up-without-field = The field it looks at is gone.
roll-up-of-several-currencies = Several currencies cannot be added up.
