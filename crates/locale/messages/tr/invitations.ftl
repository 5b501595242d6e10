### Invitations by mail, and what those answer who were invited.

appointment-invite = Konukları e-postayla davet et, değişiklikleri bildir
invited-subject-new = Davet: { $what }, { $when }
invited-subject-changed = Değişti: { $what }, { $when }
invited-subject-cancelled = İptal edildi: { $what }, { $when }
invited-lead-new = { $workspace } sizi davet ediyor:
invited-lead-changed = { $workspace } ile randevunuzda bir değişiklik var:
invited-lead-cancelled = { $workspace } ile bu randevu iptal edildi:
invited-foot = Bu iletiyi { $workspace } sizi davet ettiği için aldınız.
invited-accepted = Geleceğim
invited-tentative = Belki
invited-declined = Gelemeyeceğim
invited-said-accepted = Geleceğinizi bildirdiniz.
invited-said-tentative = Belki geleceğinizi bildirdiniz.
invited-said-declined = Gelemeyeceğinizi bildirdiniz.
invited-note-new = { $address } davet edildi: { $what }, { $when }
invited-note-changed = Değişiklik { $address } adresine bildirildi: { $what }, { $when }
invited-note-cancelled = İptal { $address } adresine bildirildi: { $what }, { $when }
invited-note-accepted = { $name } gelecek: { $what }, { $when }
invited-note-tentative = { $name } belki gelecek: { $what }, { $when }
invited-note-declined = { $name } gelemeyecek: { $what }, { $when }
invited-task-declined = { $name } gelemiyor: { $what }
invited-answers-taken = { $count ->
    [0] Dosyada yeni yanıt yok
    [one] Bir yanıt alındı
   *[other] { $count } yanıt alındı
}
