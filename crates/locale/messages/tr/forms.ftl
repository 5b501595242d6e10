more-name-parts = Unvan, ikinci ad, ek
photo-change = Fotoğrafı değiştir
photo = Fotoğraf
photo-help = PNG, JPEG, GIF veya WebP, en fazla 10 MB
