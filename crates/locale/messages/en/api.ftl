### The API, its keys and its webhooks.

## Mistakes that programs make

api-malformed = The body is not valid JSON: { $what }
api-not-json = Send the body as application/json.
api-changed-meanwhile = The record has changed since it was read. Read it again, then repeat the change.
api-denied = This key may not do that.
api-key-needed = Send a valid key in the Authorization header: Bearer kartotek_…
api-too-many = This key was used too often. Wait as long as Retry-After says.
api-no-such-parameter = There is no such parameter.
api-no-such-name = There is no field { $name }.
api-not-a-relation = { $name } does not refer to a card.
api-out-of-range = Use a whole number from { $least } to { $most }.
api-wrong-type = This must be: { $type }.
api-too-many-items = Use at most { $most }.
api-read-only = Kartotek sets this field itself.
api-no-such-card = There is no such card.
api-no-such-user = There is no such user.
api-no-match-by = Records cannot be found by { $name }.
api-several-match = { $count } records have this value in { $name }.
api-idempotency-key = Use 1 to 255 visible characters.
api-idempotency-key-used = This key stood for another request. Use a new one.

## The reference

api-title = API
api-lead = What other programs can do here, with every field of this workspace.
api-download = OpenAPI document
api-first-steps = First steps
api-fields = Fields
api-field = Field
api-value = Value
api-read-only-short = read only
api-operations = Operations
api-parameters = Parameters
api-body = Body
api-answers = Answers
api-tag-all = Everything
api-intro-keys = Make a key in the settings and send it with every request. A program may do what the key’s role allows.
api-intro-values = A record’s values stand under “fields”. Fields that are empty are left out; null empties one.
api-intro-versions = Send a record’s version in If-Match to change it only as you saw it.
api-intro-once = Send an Idempotency-Key with what changes something: sent again within a day, it is done once.
api-intro-mistakes = Mistakes come as problem details (RFC 9457) that name each field. How much is left of the limit stands in RateLimit.
api-intro-mcp = Assistants connect to this address with the same key (Model Context Protocol).
api-op-list = List, filter and sort
api-op-create = Create
api-op-get = Read one
api-op-update = Change
api-op-delete = Move to the trash
api-op-restore = Take back from the trash
api-op-upsert = Create or change
api-op-merge = Merge
api-op-undo = Take a change set back
api-op-batch = Up to 1,000 at once
api-op-history = History
api-op-links = Relations
api-op-link = Connect with another card
api-op-activities = What happened
api-op-search = Search everything
api-op-changes = Follow all changes
api-op-link-kinds = Kinds of relations
api-op-change-link = Change a relation
api-op-remove-link = Remove a relation
api-op-add-file = Send a file
api-op-get-file = Get a file
api-op-users = Users
api-op-openapi = This description

## Keys

settings-api-keys = API keys
api-keys-lead = Programs and assistants come in with these. A key acts for whoever made it and ends when they leave.
api-key-new = A new key
api-key-new-lead = Make one for each program, so that you can withdraw it alone.
api-key-name = Name
api-key-name-help = What it is for, such as Web shop
api-key-until = Valid until
api-key-validity = Validity
api-key-days = { $count } days
api-key-for-ever = Without end
api-key-make = Make a key
api-key-made = Your new key
api-key-made-help = It is shown only this once. Keep it where no one else can read it.
api-key-of = Made by
api-key-unused = Never
api-key-withdraw-of = Withdraw the key { $name }
api-key-withdrawn = Key withdrawn
identity-key-name-missing = Give the key a name.
change-batch = Changed several cards

## Webhooks

settings-webhooks = Webhooks
webhooks-lead = Kartotek tells other programs at once what has changed. Each message is signed (Standard Webhooks).
webhook-new = A new webhook
webhook-name = Name
webhook-name-help = Who listens, such as Accounting
webhook-address = Address
webhook-address-help = An https address on the internet
webhook-about = About
webhook-all = Everything
webhook-make = Add webhook
webhook-made = Webhook added
webhook-secret = Secret
webhook-secret-help = With it the other program checks that a message comes from here.
webhook-active = Active
webhook-paused = Paused
webhook-pause = Pause
webhook-resume = Resume
webhook-resumed = The webhook hears of everything from now on
webhook-stopped = The webhook was paused
webhook-remove = Remove
webhook-removed = Webhook removed
webhook-test = Send a test
webhook-tested = A test is on its way
webhook-address-wrong = Enter an address such as https://example.com/hook.
webhook-address-private = This address leads into a private network. Use one on the internet.
webhook-too-many = There are { $most } webhooks already. Remove one first.
webhook-deliveries = Deliveries
webhook-deliveries-lead = The last thirty days. A message that nobody took is sent again for three days, then you can send it by hand.
webhook-no-deliveries = Nothing has been sent yet.
delivery-when = When
delivery-event = Event
delivery-state = State
delivery-answer = Answer
delivery-attempts = Attempts
delivery-waiting = Waiting
delivery-delivered = Delivered
delivery-failed = Failed
delivery-next = Next attempt
delivery-again = Send again
delivery-again-of = Send { $event } again
delivery-sent-again = It is sent again
delivery-body = Message
delivery-show = Show { $event }
job-webhooks-dispatch = Webhooks
job-webhooks-deliver = Webhook message
