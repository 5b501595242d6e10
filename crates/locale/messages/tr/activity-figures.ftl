### Aramaların görüşmeye, toplantıya, teklife ve kazanılan satışa dönüşmesi.

sales-activities = Etkinlikler
activity-lead = Emeğin karşılığı: kaç arama yanıtlandı, kaç görüşme toplantıya, teklife ve kazanılan satışa dönüştü. Her sayı kendi listesini açar; yüzde, bir önceki adıma göredir.
activity-hidden = Bunların hiçbirini görme yetkin yok.
activity-span-week = Haftalar
activity-span-month = Aylar
activity-calls = Aramalar
activity-talks = Görüşmeler
activity-meetings = Toplantılar
activity-quotes = Gönderilen teklifler
activity-wins = Kazanılanlar
activity-rate = { $whole } → { $part }, yüzde olarak
