### Leads, and what becomes of them.

lead = Lead
lead-many = Leads
new-lead = New lead
create-lead = Create lead
empty-lead = No leads yet
empty-lead-text = A lead is somebody who may become a customer. Find out what they want, then convert them into a person, a company and a deal. Create the first one, or import a list.

## Fields of a lead

lead-name = Name
lead-company-name = Company
lead-job-title = Job title
lead-phones = Phone
lead-emails = E-mail
lead-addresses = Address
lead-language = Language
lead-text = What they want
lead-status = Status
lead-owner = Owner
lead-source = Source
lead-campaign = Campaign
lead-medium = Medium
lead-referrer = Came from page
lead-told-by = Told by
lead-status-since = In this status since
lead-last-talk-at = Last talk
lead-last-talk-by = Last talk by
lead-converted-at = Converted
lead-person = Became the person
lead-company = Became the company
lead-deal = Became the deal
lead-status-new = New
lead-status-working = Being worked on
lead-status-qualified = Qualified
lead-status-not-interested = Not interested
lead-status-converted = Converted

## Views of leads

view-leads = Open leads
view-new-leads = New leads

## Rules of leads

lead-needs-a-name = Enter a name, an e-mail address or a phone number
lead-convert-from-card = Convert the lead from its card, so that it becomes a person
lead-stays-converted = This lead was converted. Undo the conversion to work on it again.

## Converting

convert = Convert
convert-title = Convert { $name }
convert-lead = The lead becomes a person, with a company and a deal if you want. Calls, notes, tasks and everything else that happened go along. One undo takes all of it back.
convert-person = Person
convert-new-person = A new person: { $name }
convert-company = Company
convert-new-company = A new company
convert-no-company = No company
convert-company-name = Name of the new company
convert-deal = Create a deal
convert-needs-a-person = Choose who the lead becomes
change-converted = Converted the lead { $subject }
toast-converted = { $name } was converted. Undo makes it a lead again.
lead-was-converted = Converted
lead-already-converted = { $name } was converted already
