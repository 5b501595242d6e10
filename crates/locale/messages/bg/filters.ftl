### Filters: how they are built, and how they read as sentences.

filter-too-deep = Филтърът минава през твърде много картони: най-много четири. Махнете една стъпка.
filter-leads-nowhere = Едно условие води до картони, които тук не съществуват. Изберете друго.
