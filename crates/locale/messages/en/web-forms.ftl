### Forms by which strangers become leads, and consent.

settings-forms = Forms
forms-lead = What somebody sends through a form becomes a lead. Each form has a page of its own, and can stand on your site.
form-new = New form
form-make = Make a form
form-name = Name
form-name-help = Stands on each lead, so that you see which form brings whom
form-leads = Leads
form-state = State
form-open = Open
form-not-open = Closed
form-takes = Takes answers
form-language = Language
form-words = Words on the page
form-title = Heading
form-intro = Introduction
form-button = Button
form-thanks-text = Thanks
form-thanks-address = Or on to this page
form-thanks-address-help = A page of your own, such as https://example.com/thanks
form-asks = What is asked
form-ask-not = Not asked
form-ask-optional = May be left empty
form-ask-required = Must be filled in
form-ask-label = Call it otherwise
form-ask-whether = Whether { $field } is asked
form-ask-called = What { $field } is called on the form
form-asks-nobody = Ask for a name, an e-mail address or a phone number
form-consent = Consent
form-consent-help = Words beside a box that may be ticked, such as “Yes, write to me about offers by e-mail”. Whoever ticks it gets a letter and confirms there; until then the consent does not count.
form-consent-needs-mail = Ask for an e-mail address too: consent is confirmed by mail
form-owner-help = Whose the leads are. By the rules: as Settings → Assignment says.
form-owner-rules = By the rules
form-source-of-link = As the link says (utm_source)
form-one-lead = Send people to this address, or put the form on your own site.
form-look = Look at it
form-kept = Form saved
form-paste = For your own site
form-paste-lead = Paste this where the form shall stand, and style it as your site is. It says where a visitor came from; without script it works too.
form-program = For programs
form-program-lead = Scripts of any site may send JSON here, without a key. The same address answers with what it asks for.
form-program-api = A program of yours that has a key makes leads with all their fields, where they came from too (source, origin, medium, campaign, term, content, referrer, landing_page, recommended_by):
forms-enough = There are { $most } forms already. Close one that is not used, and change it into the new one.

## The page of a form

form-send = Send
form-optional = (optional)
form-choose = Choose
form-message = Your message
form-who-told = Who told you about us
form-trap = Leave this empty
form-footer = What you write goes to { $workspace } and to nobody else.
form-sent = Sent
form-thanks = Thank you. We have got what you wrote and will be in touch.
form-another = Send another one
form-onwards = Go on
form-closed = This form takes no answers any more.
form-not-json = Send a JSON object with texts

## What became of it

change-form = { $subject } brought a lead
form-also-sent = Also sent with the form:
form-wrote-again = { $name } wrote through the form “{ $form }”. A new lead was made.
lead-known-as = Here already, with the same e-mail or phone:

## Set aside

form-aside = Possible spam
form-aside-count = { $count } to look at
form-aside-lead = Sent through a form, and not made into leads because something speaks for spam. Kept for 90 days.
form-aside-none = Nothing set aside
form-aside-none-text = What looks like spam waits here until somebody has looked at it. Nothing that was sent is lost.
form-not-spam = Not spam
form-taken = A lead was made of it
form-removed = Removed
form-why-trap = A field that people do not see was filled in
form-why-fast = Sent faster than anybody types
form-why-stamp = The page's stamp is not ours
form-why-links = Links
form-why-many = Much from the same place

## Consent

consent = Consent
consent-many = Consents
new-consent = New consent
create-consent = Create consent
empty-consent = No consents yet
empty-consent-text = What somebody agreed to, in which words and when. Forms ask for it; you can also write down what was said.
consent-text = Words
consent-about = Card
consent-state = State
consent-channel = By
consent-address = Address
consent-at = Asked
consent-given-at = Given
consent-form = Form
consent-page = Page
consent-client = Network address
consent-given-from = Confirmed from
consent-state-asked = Asked, not confirmed
consent-state-given = Given
consent-state-withdrawn = Withdrawn
person-email-consent = Consent to e-mail
wrote-consent = asked for consent
change-consent-given = { $subject } agreed
change-consent-withdrawn = { $subject } did not agree
consent-subject = { $workspace }: do you want us to write to you?
consent-lead = Hello { $name }, on a form of { $workspace } somebody gave this address and agreed to this:
consent-way = Confirm it here
consent-otherwise = If it was not you, you need not do anything: without your confirmation nothing is sent.
consent-foot = You get this letter because your address was given to { $workspace }.
consent-title = May we write to you?
consent-asks = { $workspace } asks the owner of { $address }:
consent-yes = Yes, I agree
consent-no = No
consent-withdraw = I have changed my mind
consent-is-given = You have agreed. Thank you.
consent-is-withdrawn = You have said no. Nothing will be sent.

## Fields of a lead that say where it came from

lead-email-consent = Consent to e-mail
lead-origin = Campaign source
lead-term = Search term
lead-content = Advertisement
lead-landing-page = First page
lead-form = Form
lead-recommended-by = Recommended by
lead-country = Country
lead-postal-code = Postal code
through-form = Form
through-link = Letter's link

## Leads who want to be left alone

lead-do-not-contact = Do not contact
lead-standing = Standing
lead-standing-reason = Why not interested
lead-standing-until = Not interested until
lead-refused-since = Refused since
lead-alone-until = To be left alone until
view-all-leads = Also who wants to be left alone

save-consent = Keep the consent
toast-consent = Consent kept
