more-name-parts = Title, middle name, suffix
