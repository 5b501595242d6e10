### The sample data: what it says, and what is said about it.

sample-filling = Sample data is being filled in. It appears here in a moment.
sample-removing = The sample data is being removed.
sample-filled = The sample data is there.
sample-removed = The sample data is gone.
sample-removed-partly =
    { $count ->
        [one] The sample data is gone, except { $count } card that somebody has changed.
       *[other] The sample data is gone, except { $count } cards that somebody has changed.
    }
sample-is-there = The sample data is there already.
sample-is-busy = The sample data is being filled in or removed right now. Wait until that is done.
change-sample = Sample data filled in

## Cards

sample-household = The { $name } family
sample-tag-customer = Customer
sample-tag-supplier = Supplier
sample-tag-partner = Partner
sample-tag-newsletter = Newsletter
sample-tag-vip = Regular
sample-industry-boats = Boats
sample-industry-construction = Construction
sample-industry-plumbing = Plumbing
sample-industry-furniture = Furniture
sample-industry-accounting = Accounting
sample-industry-transport = Transport
sample-industry-bakery = Bakery
sample-industry-electricity = Electrical work
sample-industry-software = Software
sample-industry-food = Food
sample-industry-health = Health
sample-industry-gardens = Gardens
sample-industry-timber = Timber
sample-industry-engineering = Engineering
sample-industry-textiles = Textiles
sample-industry-trade = Trade
sample-refused-newsletter = Wants no newsletter any more
sample-refused-phone = Wants letters only, no calls
sample-refused-leave = On leave, wants peace until then
sample-refused-all = Asked us not to get in touch again
sample-refused-offer = Has another supplier and is content

## What was said

sample-note-1 = Met at the fair. Interested in a maintenance contract for next season.
sample-note-2 = Prefers to be called in the morning, never after three.
sample-note-3 = Sent the price list and two references by e-mail.
sample-note-4 = Decides together with the partner, both should be in the meeting.
sample-note-5 = Paid within a week again. A pleasure to work with.
sample-note-6 = Moving to a new office in spring; ask for the new address then.
sample-note-7 = The last delivery came a day late. Apologised, and gave five percent on the next one.
sample-note-8 = Has a dog called Bella. Always worth a question.
sample-note-9 = Wants to compare our offer with two others before summer.
sample-note-10 = Recommended us to a neighbour.
sample-call-1 = Talked through the offer. Wants a second visit before deciding.
sample-call-2 = Asked for a copy of the last invoice.
sample-call-3 = Happy with the work. Would like a reminder in the autumn.
sample-call-4 = Confirmed the appointment, parking is behind the house.
sample-call-5 = Wants to think it over until next week.
sample-call-6 = Ordered the same as last year.
sample-call-7 = A new colleague takes over; will write us the name.
sample-call-8 = Question about the delivery time. Answered.
sample-deal-1 = Annual service agreement
sample-deal-2 = New equipment
sample-deal-3 = Trial order
sample-deal-4 = Renewal for two years
sample-deal-5 = Fitting out the workshop
sample-deal-6 = Extension of the order
sample-deal-7 = Delivery for the summer
sample-deal-8 = Advice and planning
sample-deal-9 = Replacement of the old machines
sample-deal-10 = Framework contract
sample-task-1 = Send the offer
sample-task-2 = Ask whether the delivery arrived
sample-task-3 = Prepare the yearly meeting
sample-task-4 = Send the signed contract
sample-task-5 = Look up the open invoice
sample-task-6 = Agree on a date for a visit
sample-task-7 = Write a birthday card
sample-task-8 = Update the price list
sample-appointment-1 = Visit at the customer
sample-appointment-2 = Contract talks
sample-appointment-3 = Demonstration
sample-appointment-4 = Delivery walk-through
sample-appointment-5 = Yearly review
sample-appointment-6 = Site inspection
sample-meeting = Weekly meeting
