### Relating many cards with one.

bulk-relate = İlişkilendir
bulk-relate-title = { $count } kartı ilişkilendir
bulk-relate-lead = Her biri tek bir kartla ilişkilendirilir; önce görürsünüz ve tek seferde geri alabilirsiniz.
bulk-relate-add = İlişkiyi ekle
bulk-relate-remove = İlişkiyi kaldır
bulk-relate-role = Yalnızca bu role sahip ilişkiler kaldırılır; boşsa tümü.
