### What leads of the sample want.

sample-form = Kontaktformulär
sample-lead-1 = Vill ha en offert på tio stycken före sommaren
sample-lead-2 = Frågar efter prislista och leveranstider
sample-lead-3 = Såg oss på mässan och vill ha besök
sample-lead-4 = Är inte nöjd med nuvarande leverantör
sample-lead-5 = Vill bara veta om vi levererar på lördagar
sample-lead-6 = Behöver ett serviceavtal på tre år
sample-lead-7 = Öppnar en butik till och ska inreda den
sample-lead-8 = Skrev på natten; vill bli uppringd på morgonen
