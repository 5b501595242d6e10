### Filters: how they are built, and how they read as sentences.

filter-too-deep = Filteret går gennem for mange kort: højst fire. Fjern et led.
filter-leads-nowhere = En betingelse fører til kort, der ikke findes her. Vælg en anden.
