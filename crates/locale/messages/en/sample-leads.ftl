### What leads of the sample want.

sample-form = Contact form
sample-lead-1 = Wants an offer for ten pieces before summer
sample-lead-2 = Asks for a price list and delivery times
sample-lead-3 = Saw us at the fair and wants a visit
sample-lead-4 = Is not happy with the present supplier
sample-lead-5 = Only wants to know whether we deliver on Saturdays
sample-lead-6 = Needs a service contract for three years
sample-lead-7 = Opens a second shop and has to furnish it
sample-lead-8 = Wrote at night; asks to be called in the morning
