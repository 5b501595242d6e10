### A lead from a pasted signature.

paste = İmza yapıştır
paste-title = İmzadan yeni müşteri adayı
paste-lead = Bir mektubun imzasını ya da kartvizitte yazanı yapıştırın. Anlaşılanlar formu doldurur, kalanlar nota gider. Kaydetmeden önce siz bakarsınız.
paste-text = Metin
paste-read = Formu doldur
paste-empty = Önce metin yapıştırın
paste-too-long = İmza için çok uzun. Yalnızca imzayı yapıştırın.
lead-links = Web siteleri
lead-socials = Sosyal ağlar
