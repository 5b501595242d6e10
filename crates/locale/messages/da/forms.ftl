more-name-parts = Titel, mellemnavn, tilføjelse
