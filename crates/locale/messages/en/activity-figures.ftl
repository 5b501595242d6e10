### How calls become talks, meetings, quotes and wins.

sales-activities = Activities
activity-lead = What became of the work: how many calls were answered, and how many talks led to meetings, quotes and wins. Each number opens its list; the percentage says how many of the step before.
activity-hidden = None of this may be shown to you.
activity-span-week = Weeks
activity-span-month = Months
activity-calls = Calls
activity-talks = Talks
activity-meetings = Meetings
activity-quotes = Quotes sent
activity-wins = Wins
activity-rate = { $part } for each hundred { $whole }
