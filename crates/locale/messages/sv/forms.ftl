more-name-parts = Titel, mellannamn, tillägg
