more-name-parts = Titel, mellemnavn, tilføjelse
photo-change = Skift foto
photo = Foto
photo-help = PNG, JPEG, GIF eller WebP, højst 10 MB
