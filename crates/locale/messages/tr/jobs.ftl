### Arka plandaki işler.

jobs-state-waiting = Bekliyor
jobs-state-running = Çalışıyor
jobs-state-done = Tamamlandı
jobs-state-failed = Başarısız oldu
jobs-state-cancelled = İptal edildi
jobs-not-over = Yalnızca başarısız olan veya iptal edilen bir iş yeniden çalıştırılabilir.
jobs-cancelled = İş iptal edildi.
jobs-lease-lost = İş başka bir yerde sürdürüldü.
jobs-released = İşe ara verildi, daha sonra devam edecek.
