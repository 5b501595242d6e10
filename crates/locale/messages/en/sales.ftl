### Deals, pipelines and forecasts.

deal = Deal
deal-many = Deals
new-deal = New deal
create-deal = Create deal
empty-deal = No deals yet
empty-deal-text = A deal is something a customer may buy: how much, when, and how far that is. Create the first one, or import a list.

## Fields of a deal

deal-name = Name
deal-company = Company
deal-person = Person
deal-amount = Amount
deal-stage = Stage
deal-closes-on = Closes on
deal-probability = Chance in percent
deal-forecast = Forecast
deal-pipeline = Pipeline
deal-state = State
deal-weighted = Weighted amount
deal-checked = Ticked off
deal-lost-reason = Lost because
deal-competitor = Competitor
deal-next-step-at = Next step
deal-stage-since = In this stage since
deal-closed-at = Closed
deal-tags = Tags
deal-about = About
deal-owner = Owner
deal-source = Source
deal-last-talk-at = Last talk
deal-last-talk-by = Last talk by

## Choices of a deal

pipeline-sales = Sales
stage-new = New
stage-qualified = Qualified
stage-proposal = Proposal
stage-negotiation = Negotiation
stage-won = Won
stage-lost = Lost
forecast-committed = Committed
forecast-best-case = Best case
forecast-pipeline = Pipeline
forecast-omitted = Not counted
deal-state-open = Open
deal-state-won = Won
deal-state-lost = Lost
lost-reason-price = Price
lost-reason-competitor = Went to a competitor
lost-reason-no-budget = No budget
lost-reason-no-decision = No decision
lost-reason-bad-timing = Wrong time
lost-reason-lacks-something = Something is missing in the product
lost-reason-other = Other
link-takes-part-forth = Takes part in
link-takes-part-back = People in the deal

## Views of deals

view-closing = Closing this month
view-no-next-step = No next step
no-next-step = No next step
days-in-stage = { $days } days in this stage
days-in-short = { $days } d

## Rules of stages

stage-out-of-use = This stage is not in use any more. Choose another one.
needed-in-stage = Needed in the stage { $stage }
lost-needs-a-reason = Choose why it was lost
stage-checklist-open = Not ticked off yet for { $stage }: { $left }
not-a-percentage = Enter a whole number from 0 to 100

## Settings: pipelines

settings-pipelines = Pipelines
pipelines-lead = The stages that deals go through, the chance of each, and what a deal needs before it enters.
pipeline-one = Pipeline { $name }
pipeline-name = Name of the pipeline
pipeline-add = Add a pipeline
pipeline-add-lead = For what is sold in another way: with the stages of the first to begin with.
pipeline-remove = Take the pipeline out of use
pipelines-kept = The pipelines were saved
pipelines-changed = Somebody else changed the pipelines meanwhile. Look at them again, then change them.
pipeline-needed = There must be at least one pipeline
pipeline-lacks-stages = A pipeline needs a stage that is open, one that is won and one that is lost
too-many-pipelines = At most { $max } pipelines
too-many-stages = At most { $max } stages
stage-has-deals = Deals are still in the stage { $name }. Move them first, then take it out.
stage-one = Stage { $name }
stage-name = Name of the stage
stage-probability = Chance in percent
stage-outcome = A deal in it is
stage-forecast = Stands in the forecast as
stage-stale-after = Stale after so many days
stage-stale-help = Empty: never.
stage-requires = Must be filled in before a deal enters
stage-checklist = Must be ticked off before a deal enters
stage-checklist-help = One line for each, such as "Budget confirmed".
stage-add = Add a stage
stage-new-name = New stage
stage-remove = Take the stage out of use
stage-up = Move { $name } up
stage-down = Move { $name } down
stage-in-short = { $chance } %

## Figures

sales-forecast = Forecast
sales-funnel = Funnel
sales-won-lost = Won and lost
sales-forecast-lead = Won in this time, and the open deals that should close in it. Every number leads to its deals.
sales-funnel-lead = How many deals entered each stage in this time, how many of those went on to a later one, also since, and how long they stayed.
sales-won-lost-lead = The deals that were closed in this time.
sales-period = Time
sales-all-pipelines = All pipelines
sales-nobody = Nobody
sales-not-said = Not said
sales-nothing = No deals in this time.
sales-together = Together
sales-weighted-help = Each amount times its chance
sales-won-amount = Won amount
sales-lost-amount = Lost amount
sales-win-rate = Won of all
sales-funnel-empty = { $name }: no deal entered a stage in this time.
funnel-entered = Entered
funnel-share = Share
funnel-went-on = Went on
funnel-rate = Of those
funnel-stayed = Stayed on average
funnel-days = { $days } days
funnel-here-now = The deals that are in it now
period-this-month = This month
period-next-month = Next month
period-last-month = Last month
period-this-quarter = This quarter
period-next-quarter = Next quarter
period-last-quarter = Last quarter
period-this-year = This year
sales-overdue = { $count ->
    [one] { $count } open deal should have closed before today: { $amount }
   *[other] { $count } open deals should have closed before today: { $amount }
}
sales-undated = { $count ->
    [one] { $count } open deal has no day to close: { $amount }
   *[other] { $count } open deals have no day to close: { $amount }
}
