more-name-parts = Titel, mellannamn, tillägg
photo-change = Byt foto
photo = Foto
photo-help = PNG, JPEG, GIF eller WebP, högst 10 MB
