### What leads of the sample want.

sample-form = Kontaktformular
sample-lead-1 = Vil have et tilbud på ti stk. inden sommer
sample-lead-2 = Spørger efter prisliste og leveringstider
sample-lead-3 = Så os på messen og vil gerne have besøg
sample-lead-4 = Er ikke tilfreds med den nuværende leverandør
sample-lead-5 = Vil bare vide, om vi leverer om lørdagen
sample-lead-6 = Har brug for en serviceaftale på tre år
sample-lead-7 = Åbner en butik mere og skal indrette den
sample-lead-8 = Skrev om natten; vil ringes op om morgenen
