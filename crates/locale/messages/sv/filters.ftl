### Filters: how they are built, and how they read as sentences.

filter-too-deep = Filtret går genom för många kort: högst fyra. Ta bort ett led.
filter-leads-nowhere = Ett villkor leder till kort som inte finns här. Välj ett annat.
