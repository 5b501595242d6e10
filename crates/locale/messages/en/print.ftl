### Printed matter: labels, envelopes, letters, index cards, call lists, and their templates.

print = Print
print-preview = Preview
print-what = What to print
print-labels = Address labels
print-envelopes = Envelopes
print-letters = Letters
print-index-cards = Index cards
print-call-list = Call list
print-sheet = Sheet of labels
print-sheet-of = { $name } · { $size } mm · { $count } on a sheet
print-start = First label on the sheet
print-start-help = Click the first label that is still on the sheet.
print-label-number = Label { $number }
print-envelope = Envelope
print-address = Address
print-address-any = The first on the card
print-address-first = { $label }, else another
print-households = One for each household
print-households-help = People who live together share one, in the name of the household.
print-wording = Letter
print-change-wording = Change this letter
print-show = Show
print-count-labels = { $count ->
    [one] { $count } label
   *[other] { $count } labels
}
print-count-envelopes = { $count ->
    [one] { $count } envelope
   *[other] { $count } envelopes
}
print-count-letters = { $count ->
    [one] { $count } letter
   *[other] { $count } letters
}
print-count-index-cards = { $count ->
    [one] { $count } index card
   *[other] { $count } index cards
}
print-count-call-list = { $count ->
    [one] { $count } card to call
   *[other] { $count } cards to call
}
print-count-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
print-sheets = { $count ->
    [one] { $count } sheet
   *[other] { $count } sheets
}
print-shared = { $count ->
    [one] { $count } card shares one with its household.
   *[other] { $count } cards share one with their household.
}
print-looked-at = The first { $count } were looked at. The others are checked while they are printed, and whoever is left out is listed then.
print-make = Make the PDF
print-begin = Begin printing
print-is-kept = Each letter is kept on the timeline of its card.
print-kept = { $count ->
    [one] { $count } letter was kept on its card
   *[other] { $count } letters were kept on their cards
}
print-first-page = The first page
print-nothing = There is nobody to print for.
print-too-many = At most 50,000 cards are printed at once. Narrow the list with a filter.
print-left-out = { $count ->
    [one] { $count } card is left out
   *[other] { $count } cards are left out
}
print-left-out-more = { $count } more
print-no-address = no address
print-no-part = the address lacks: { $part }
print-no-phone = no phone number
print-missing = missing: { $fields }
print-forbidden-by = do not contact, says { $whose }
print-no-font = No font on this server has the letters { $letters } ({ $script }), so they would print as empty boxes. Install { $package } and restart Kartotek.
print-to-template = To the templates
print-fault-line = The template is wrong in line { $line }: { $message }
print-fault-template = The template is wrong: { $message }
print-fault-wrong = A template is wrong. Its page in the settings says where.
print-fault-too-long = Printing took too long and was stopped. Print fewer cards, or simplify the template.
print-fault-busy = Templates that never end hold the printer. Restart Kartotek, and mend them in the settings.
print-fault-broken = This could not be printed. The server’s log says why.
print-again = Print again
print-under-way = Printing
print-may-close = You may close this page; the file waits here.
print-done = { $pieces ->
    [one] { $pieces } piece
   *[other] { $pieces } pieces
} on { $pages ->
    [one] { $pages } page
   *[other] { $pages } pages
}
print-download = Download the PDF
print-forget = Take the letters off the cards
print-kept-a-week = The file is kept for a week.
settings-templates = Templates
print-templates-lead = What letters say, and how everything that is printed looks. Whatever you change can be taken back.
print-template = Template
print-kind = Kind
print-state = State
print-kind-wording = Wording of a letter
print-kind-layout = Layout
print-changed = Changed
print-original = Original
print-own = Your own
print-new-letter = New letter
print-add-letter = Add letter
print-name = Name
print-name-too-long = A name has at most 100 letters.
print-template-too-long = A template has at most 100,000 letters.
print-begin-with = Begin with
print-sender = Sender
print-sender-lead = Stands on envelopes and at the head of letters; the name in the first line.
print-sender-lines = Name and address
print-sender-kept = Sender saved
print-template-kept = Template saved
print-template-gone = Letter deleted
print-restored = The original is back
print-restore = Restore the original
print-template-stay-in-touch = Staying in touch
print-template-birthday = Birthday
print-template-letters = Layout of letters
print-template-labels = Address labels
print-template-envelopes = Envelopes
print-template-index-cards = Index cards
print-template-call-list = Call list
print-template-cards = Whole cards
print-wording-lead = Each recipient gets the version in their own language. What stands in braces is filled in from the card.
print-layout-lead = The source in the Typst language. Its head says which data it prints.
print-source = Source
print-example = An example with people who do not exist
print-language = Language
print-subject = Subject
print-body = Text
print-add-language = Another language
print-fields = Fields to put in
print-fields-help = A field that is empty on a card leaves the card out, unless it says what stands there instead: {"{{given|customer}}"}. Parts that depend on a field stand between {"{{#if phone}}"} and {"{{/if}}"}, with {"{{else}}"} between if needed.
print-field-phone = First phone number
print-field-email = First e-mail address
print-field-today = Today
print-field-me = Your name
print-field-workspace = The workspace’s name
print-wording-wrong = { $language }, { $part }, line { $line }: { $wrong }
print-open-tag = A field that begins with { $tag } does not end.
print-open-if = { $tag } has no {"{{/if}}"}.
print-stray-tag = { $tag } belongs to no {"{{#if}}"}.
print-not-a-tag = { $tag } is not a field.
print-no-such-field = No card has a field { $field }.
print-phone = Phone
print-last-talk = Last talk
print-notes = Notes
print-printed-on = Printed
job-print = Printing
job-print-tidy = Taking old printed files away
change-letters = Letters printed
wrote-letter = sent a letter
letter = Letter
letter-many = Letters
new-letter = New letter
create-letter = Keep letter
save-letter = Save letter
toast-letter = Letter kept
empty-letter = No letters yet
empty-letter-text = Each letter that is printed stands here and on the timeline of its card.
letter-text = Subject
letter-about = Card
letter-template = Template
letter-at = Sent
letter-owner = Sent by
print-cards-count = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
print-cards = Whole cards
print-preview-this = Show this one in the preview
