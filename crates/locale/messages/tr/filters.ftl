### Filters: how they are built, and how they read as sentences.

filter-too-deep = Bu filtre çok fazla karttan geçiyor: en fazla dört. Bir adımı çıkarın.
filter-leads-nowhere = Bir koşul burada bulunmayan kartlara gidiyor. Başka birini seçin.
