more-name-parts = Unvan, ikinci ad, ek
