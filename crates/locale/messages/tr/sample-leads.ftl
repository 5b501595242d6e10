### What leads of the sample want.

sample-form = İletişim formu
sample-lead-1 = Yazdan önce on adet için teklif istiyor
sample-lead-2 = Fiyat listesi ve teslim süresi soruyor
sample-lead-3 = Fuarda gördü, ziyaret istiyor
sample-lead-4 = Şimdiki tedarikçisinden memnun değil
sample-lead-5 = Yalnızca cumartesi teslimat olup olmadığını soruyor
sample-lead-6 = Üç yıllık bakım sözleşmesi gerekiyor
sample-lead-7 = İkinci bir mağaza açıyor, döşeyecek
sample-lead-8 = Gece yazdı, sabah aranmak istiyor
