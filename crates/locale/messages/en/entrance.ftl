### The ways in: setting up, signing in, invitations, and the first page of an empty workspace.

sign-in = Sign in
sign-out = Sign out
sign-in-forgotten = Forgotten? Whoever runs this server can set a new one.
entrance-footer = Kartotek runs on your own computer or server. Your data stays there.

## Fields of forms

field-name = Name
field-your-name = Your name
field-email = E-mail
field-password = Password
field-language = Language
field-country = Country
field-currency = Currency
field-time-zone = Time zone
password-help = At least 10 characters. A sentence is fine.
error-of-field = { $field }: { $text }
errors-to-correct =
    { $count ->
        [one] One thing to correct
       *[other] { $count } things to correct
    }

## First run

first-run-title = Set up your card index
first-run-lead = A few answers, then the first card. Everything can be changed later.
first-run-token = Token from the console
first-run-token-help = Printed where Kartotek was started. It proves that this server is yours.
first-run-token-wrong = This is not the token from the console.
first-run-workspace = Your workspace
first-run-workspace-name = Name of your company
first-run-country-help = Phone numbers without a country code belong here.
first-run-you = You
first-run-email-help = You sign in with it. Nothing is sent anywhere.
first-run-open = Open Kartotek

## Invitations

invitation-title = Join { $workspace }
invitation-lead = You are invited to the card index of { $workspace }.
invitation-lead-by = { $name } invites you to the card index of { $workspace }.
invitation-own-password = You have an account already. Enter its password.
invitation-accept = Join

## An empty workspace

start-title = Your card index is empty
start-text = People, companies and households belong here, with every call, note and task. Bring the addresses you already have, look around with invented ones, or write the first card.
start-import = Import a file
start-sample = Fill with sample data
start-by-hand = Write the first card
