### Birinin sorumluluklarını devretme.

hand-over = Devret
hand-over-title = { $name } kişisinin sorumluluklarını devret
hand-over-lead = Kartların sahibi, açık görevlerin sorumlusu değişir. Kimin kiminle konuştuğu aynı kalır.
hand-over-what = { $name } şunlardan sorumlu: { $what }.
hand-over-count = { $what } { NUMBER($count) }
hand-over-nothing = { $name } hiçbir karttan ya da açık görevden sorumlu değil.
hand-over-to = Kim devralıyor
hand-over-stays = Hiç kimse, { $name } üzerinde kalır
hand-over-help = Geçmişten geri alınabilen tek bir değişiklik.
hand-over-begun = { $from } kişisinden { $to } kişisine devrediliyor
hand-over-not = Her şey { $name } üzerinde kalıyor
hand-over-to-another = Başka birini seçin.
change-handed-over = Devredildi: { $subject }
job-workbench-hand-over = Devir
handed-over = Devredilen: { $count }. Olduğu gibi kalan: { $kept }.
