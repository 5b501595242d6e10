### People, companies and households.

person = Person
person-many = People
new-person = New person
create-person = Create person
empty-person = No people yet
empty-person-text = Everybody you deal with has a card here: how to reach them, what was said, what you promised. Create the first one, or import the people you have elsewhere.
company = Company
company-many = Companies
new-company = New company
create-company = Create company
empty-company = No companies yet
empty-company-text = Customers, suppliers and partners have a card here, together with the people who work there, so that everybody sees what was agreed. Create the first one, or import a list.
household = Household
household-many = Households
new-household = New household
create-household = Create household
empty-household = No households yet
empty-household-text = A household joins people who live together, so that they share an address and get one letter instead of three. Create the first one, and add its people.
household-and = { $first } and { $last }

## Groups of fields

group-about = Details
group-reach = Contact
group-work = Work
group-account = Follow-up

## Fields of a person

person-name = Name
person-company = Company
person-job-title = Job title
person-department = Department
person-phones = Phone
person-emails = E-mail
person-addresses = Address
person-links = Websites
person-socials = Social networks
person-preferred-channel = Prefers
person-language = Language
person-do-not-contact = Do not contact
person-standing = Standing
person-standing-reason = Why not interested
person-standing-until = Not interested until
person-nickname = Nickname
person-birthday = Birthday
person-anniversary = Anniversary
person-gender = Gender
person-household = Household
person-tags = Tags
person-about = About
person-owner = Owner
person-source = Source
person-rating = Rating
person-last-talk-at = Last talk
person-last-talk-by = Last talk by
person-refused-since = Refused since
person-photo = Photo
person-foreign = Details from other programs
person-needs-a-name = Enter a name, a phone number or an e-mail address

## Fields of a company

company-name = Name
company-phones = Phone
company-emails = E-mail
company-addresses = Address
company-links = Websites
company-socials = Social networks
company-preferred-channel = Prefers
company-language = Language
company-do-not-contact = Do not contact
company-standing = Standing
company-standing-reason = Why not interested
company-standing-until = Not interested until
company-industry = Industry
company-registration-number = Registration number
company-employees = Employees
company-parent = Parent company
company-tags = Tags
company-about = About
company-owner = Owner
company-source = Source
company-rating = Rating
company-last-talk-at = Last talk
company-last-talk-by = Last talk by
company-refused-since = Refused since
company-photo = Logo
company-foreign = Details from other programs

## Fields of a household

household-name = Name
household-greeting = Letters begin with
household-greeting-found = Suggested beginning of letters
household-addresses = Address
household-phones = Phone
household-emails = E-mail
household-do-not-contact = Do not contact
household-tags = Tags
household-about = About
household-owner = Owner
household-last-talk-at = Last talk
household-last-talk-by = Last talk by
household-refused-since = Refused since
household-foreign = Details from other programs

## Choices

gender-female = Woman
gender-male = Man
gender-other = Other
standing-not-interested = Not interested
source-referral = Recommendation
source-website = Website
source-phone = Phone
source-event = Event
source-advertisement = Advertisement
source-import = Import
source-other = Other
language-en = English
language-da = Danish
language-sv = Swedish
language-no = Norwegian
language-fi = Finnish
language-de = German
language-fr = French
language-es = Spanish
language-it = Italian
language-nl = Dutch
language-pl = Polish
language-tr = Turkish
language-bg = Bulgarian
language-ru = Russian
language-uk = Ukrainian
language-ar = Arabic
language-zh = Chinese
language-ja = Japanese
language-ko = Korean

## Relations: what the other card is

link-works-at-forth = Works at
link-works-at-back = Employee
link-member-of-forth = Household
link-member-of-back = Member
link-spouse-forth = Spouse or partner
link-parent-forth = Child
link-parent-back = Parent
link-friend-forth = Friend
link-referred-by-forth = Recommended by
link-referred-by-back = Recommended
link-parent-company-forth = Parent company
link-parent-company-back = Subsidiary
link-contact-of-forth = Contact for
link-contact-of-back = Contact

## Before somebody is contacted

make-call = Call
mail = Write
do-not-contact = Do not contact
until-date = until { $date }
contact-first = Before you contact { $name }
contact-clear = Nothing speaks against it.
back-to-card = Back to the card
call-anyway = Call anyway
mail-anyway = Write anyway
guard-in-touch = was in touch
guard-open = has something open
guard-holds = has the card open
guard-calls = is calling
guard-since = since { $time }
assign-in-contact =
    { $count ->
        [one] { $names } is in contact with this customer
       *[other] { $names } are in contact with this customer
    }
guard-somebody = Somebody
guard-ask = Ask { $name }
guard-more =
    { $count ->
        [one] 1 more
       *[other] { $count } more
    }
guard-refused = does not want to be contacted
guard-refused-person = Somebody at the same company or in the same household does not want to be contacted
guard-refused-company = The company does not want to be contacted
guard-refused-household = The household does not want to be contacted
refusal-from-earlier-card = This was said on an earlier card, on { $date }, and came along when this one was made.
guard-nearby-person = with somebody close to this card
guard-nearby-company = with the company
guard-nearby-household = with the household

settings-guard = Contact guard
guard-lead = What somebody is told before they call, write or give a card to somebody else.
guard-days = A colleague’s contact is news for
guard-days-help = Who was in contact with a customer, or with anybody at the same company or household, is told for so long.
guard-saved = The guard is saved
guard-days-choice =
    { $count ->
        [one] one day
       *[other] { $count } days
    }
change-despite = Done in spite of a warning: { $subject }
