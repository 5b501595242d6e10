### Filters: how they are built, and how they read as sentences.

filter-too-deep = This filter leads through too many cards: four at most. Take one step out.
filter-leads-nowhere = A condition leads to cards that do not exist here. Choose another.
