more-name-parts = Title, middle name, suffix
photo-change = Change the photo
photo = Photo
photo-help = PNG, JPEG, GIF or WebP, up to 10 MB
