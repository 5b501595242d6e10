### Comments, mentions, following and notifications.

comment = Comment
comment-many = Comments
new-comment = New comment
create-comment = Create comment
empty-comment = No comments yet
empty-comment-text = A comment is talk among colleagues about a card; the customer is not in it. Write it on the card and name somebody with @. All comments come together here.
comment-text = Text
comment-about = Card
comment-at = When
comment-owner = Written by
comment-edited-at = Edited
comment-mentions = Names
comment-what = Say something to colleagues; @ names somebody
save-comment = Comment
toast-comment = Comment added
toast-comment-edited = Comment changed
wrote-comment = commented
comment-edited = edited
rights-with-card = Whoever sees the card
rights-author = Whoever wrote it

## Naming somebody

mention-who = Colleagues and teams
mention-blind-short = cannot see this card
mention-blind =
    { $count ->
        [one] { $names } cannot see this card and is not told
       *[other] { $names } cannot see this card and are not told
    }

## Following

follow = Follow
following-now = Following
follow-note = Hear of what happens with this card
unfollow-note = Hear of this card no more
followers = Followers
followers-none = Nobody follows this card yet
toast-following = You follow this card
toast-not-following = You no longer follow this card

## Notifications

nav-notifications = Notifications
nav-news = Bell
notices-unread =
    { $count ->
        [one] { $count } unread
       *[other] { $count } unread
    }
notices-only-unread = Unread
notices-choose = Settings
notices-read-all = Mark all as read
notices-none = Nothing yet
notices-none-text = When somebody names you, comments on a card you follow or makes you responsible, it shows up here.
notices-none-unread = Everything is read
notices-none-unread-text = What comes next shows up here and on the bell.
notice-new = unread
notice-mark-read = Mark as read
notice-mark-unread = Mark as unread
notice-mentioned = { $who } named you on { $card }
notice-comment = { $who } commented on { $card }
notice-activity = { $who } wrote something down on { $card }
notice-activity-note = { $who } wrote a note on { $card }
notice-activity-call = { $who } logged a call on { $card }
notice-activity-task = { $who } added a task on { $card }
notice-activity-many = { $who } wrote something down on { $count } cards you follow
notice-activity-several = { $who } wrote something down on cards you follow
notice-changed =
    { $times ->
        [1] { $who } changed { $card }
       *[other] { $who } changed { $card } { $times } times
    }
notice-changed-many = { $who } changed { $count } cards you follow
notice-changed-several = { $who } changed cards you follow
notice-assigned = { $who } made you responsible for { $card }
notice-assigned-many = { $who } made you responsible for { $count } cards
notice-assigned-several = { $who } made you responsible for several cards
notice-shared = { $who } shared { $card } with you
notice-finished = { $job } is done
notice-failed = { $job } failed
notice-finished-gone = Work in the background is done

settings-notifications = Notifications
notices-lead = What you are told of. You are never told of what you did yourself, nor of cards you may not see.
notices-what = When
notices-shown = In Kartotek
notices-mailed = By mail
notices-kind-mentioned = Somebody names you or your team
notices-kind-comment = Somebody comments on a card you follow
notices-kind-activity = A note, call or task is added to a card you follow
notices-kind-changed = A card you follow is changed
notices-kind-assigned = You are made responsible for something
notices-kind-shared = A card is shared with you
notices-kind-finished = An import or another long job of yours is over
notices-follow = Follow by taking part
notices-follow-help = You follow cards that you comment on, are named on or are responsible for, unless you stop following one.
notices-chosen = Saved
job-records-bulk = A change of many cards

## Letters

notices-letter-subject =
    { $count ->
        [one] { $count } notification
       *[other] { $count } notifications
    }
notices-letter-open = Open in Kartotek
notices-letter-foot = You get this because you chose to be told by mail. Choose otherwise: { $address }
job-notices-by-mail = Notifications by mail
job-mail-send = Sending a letter

settings-mail = Mail outbox
mail-server = Letters are sent through { $host } as { $sender }.
mail-none = No mail server is set up, so letters are kept here and nothing is sent. Whoever runs Kartotek sets one up with smtp and mail_from.
mail-trouble = The mail server does not take letters. They are sent again by themselves.
mail-empty = No letters yet
mail-subject = Subject
mail-state = State
mail-when = When
mail-words = The letter
mail-enclosed = What goes along
mail-waiting = Waiting
mail-sent = Sent
mail-failed = Failed
mail-kept = Kept here
mail-next = Tried again
mail-send = Send
mail-test = Send a test letter
mail-test-subject = A test letter from Kartotek
mail-test-text = If you read this, letters arrive.
mail-on-its-way = The letter is on its way
mail-is-kept = The letter is kept in the outbox
mail-words-gone = What was sent is not kept.
mail-words-of-owners = This letter is for owners to read.
mail-no-server = No mail server is set up, so nothing can be sent.
mail-is-sent = It was sent already.

## Invitations by mail

invitation-way = How it gets there
invitation-language = Language of the letter
invitation-by-mail = By mail
invitation-by-mail-from = From { $sender }
invitation-by-mail-kept = No mail server is set up: the letter is kept in the mail outbox
invitation-by-link = By a link
invitation-by-link-note = It is shown once; you pass it on yourself
invitation-sent = The invitation to { $email } is on its way
invitation-kept = The invitation to { $email } is kept in the mail outbox
invitation-again = Send again
invitation-letter-subject = { $who } invites you to { $workspace }
invitation-letter-text = { $who } invites you to work together in { $workspace }, with Kartotek.
invitation-letter-accept = Accept the invitation
invitation-letter-until = The link works once, until { $date }.
invitation-letter-foot = If you do not expect this letter, you need not do anything.
