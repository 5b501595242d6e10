more-name-parts = Титла, презиме, добавка
photo-change = Смяна на снимката
photo = Снимка
photo-help = PNG, JPEG, GIF или WebP, до 10 MB
