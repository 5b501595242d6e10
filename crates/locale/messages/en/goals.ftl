### Goals of the company, its units and its people

sales-goals = Goals
goals-lead = What is to be reached, what was reached so far, and where it ends at this pace. Every number opens its rows.
goals-hidden = What is counted here is hidden from you.
goal-measure = Counted
goal-measure-won-amount = Won amount
goal-measure-won-count = Deals won
goal-measure-calls = Calls
goal-measure-meetings = Meetings
goal-span-month = Month
goal-span-quarter = Quarter
goal-quarter = Q{ $quarter } { $year }
goal-before = Earlier
goal-after = Later
goal-company = Whole company
goal-who = Who
goal-target = Goal
goal-so-far = So far
goal-share = Of the goal
goal-gap = To go
goal-pace = At this pace
goal-pace-help = Where it ends if it goes on like this, counted in working days
goal-days = { $begun } of { $all } working days
goal-reached = Reached
goal-of = Goal of { $name }
goal-set-one = Set a goal
goal-set = Set by { $by }, { $at }
goal-below = The goals of those below, together
goal-kept = The goal was saved
goal-changed = Somebody else changed this goal meanwhile. Look at it again, then change it.
goal-too-large = Enter a goal of at least 0 that is not so large

## What was forecast, and what came

sales-outcome = Then and now
outcome-lead = What was forecast as each month began, with what was won of it by then, and what came. In the currency of the workspace.
outcome-empty = The forecast is kept every week. Once a month with a kept forecast is over, it stands here beside what came.
outcome-came = Came
outcome-taken = Kept on { $date }
outcome-error = Off by
outcome-error-help = How far off on average, whichever side (MAPE)
outcome-bias = Too high or too low
outcome-bias-help = The average with its sign: what is always too high stands out here (bias)
outcome-too-few = How far off it is on average is said from { $months } months on.
forecast-model = By experience
forecast-model-help = Each amount times the share of your closed deals that were won, of those that were in the same stage for as long
forecast-model-learning = A forecast by experience needs at least { $deals } deals that were closed in the last { $days } days, and as many before: too few cases yet.
forecast-model-better = By experience: learnt from your closed deals. On { $cases } cases that it did not know it was off by { $model } points, the chances of the stages by { $stages }.
forecast-model-worse = A forecast by experience is not shown: on { $cases } cases that it did not know it was off by { $model } points, the chances of the stages only by { $stages }.

## How long a card has a value

field-timed = Keep how long
field-timed-help = From now on it is kept how long each card had each value; the card says it.
stay-days = { $days } d
