more-name-parts = Титла, презиме, добавка
