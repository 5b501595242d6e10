### Filters: how they are built, and how they read as sentences.

filter-too-deep = Bu filtre çok fazla karttan geçiyor: en fazla dört. Bir adımı çıkarın.
filter-leads-nowhere = Bir koşul burada bulunmayan kartlara gidiyor. Başka birini seçin.
filter-and = ve
filter-none = hiçbir koşul
filter-not-all = koşulların tümü değil
filter-add-group = Grup ekle
filter-remove-group = Bu grubu kaldır
filter-steps = Bağlı kartlar
filter-find = Kart bul
filter-my-team = ekibim
filter-retired = { $name } (kullanım dışı)
filter-found = Eşleşen: { $count }
filter-how-has = var
filter-how-has-no = yok
filter-how-ever = var veya vardı
filter-how-never = hiç olmadı

## Sentences. A group is put into brackets where it would be misread.

filter-said = { $many }: { $sentence }
filter-said-and = { $first } ve { $second }
filter-said-or = { $first } veya { $second }
filter-said-comma = { $first }, { $second }
filter-said-group = ({ $group })
filter-said-none = şunların hiçbiri: ({ $group })
filter-said-not = şu değil: ({ $group })
filter-said-line = { $field } { $op } { $value }
filter-said-from = { $name } var
filter-said-from-where = koşula uyan { $name } var ({ $rest })
filter-said-from-no = { $name } yok
filter-said-from-no-where = koşula uyan { $name } yok ({ $rest })
filter-said-to = { $name } var
filter-said-to-where = koşula uyan { $name } var ({ $rest })
filter-said-to-no = { $name } yok
filter-said-to-no-where = koşula uyan { $name } yok ({ $rest })
filter-said-relation = “{ $name }” var
filter-said-relation-where = koşula uyan “{ $name }” var ({ $rest })
filter-said-relation-no = “{ $name }” yok
filter-said-relation-no-where = koşula uyan “{ $name }” yok ({ $rest })
filter-said-ever = “{ $name }” var veya vardı
filter-said-ever-where = koşula uyan “{ $name }” var veya vardı ({ $rest })
filter-said-ever-no = “{ $name }” hiç olmadı
filter-said-ever-no-where = koşula uyan “{ $name }” hiç olmadı ({ $rest })
filter-said-last-d = { $field } son { NUMBER($count) } gün içinde
filter-said-last-w = { $field } son { NUMBER($count) } hafta içinde
filter-said-last-m = { $field } son { NUMBER($count) } ay içinde
filter-said-last-y = { $field } son { NUMBER($count) } yıl içinde
