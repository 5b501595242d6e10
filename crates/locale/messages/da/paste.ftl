### A lead from a pasted signature.

paste = Indsæt en signatur
paste-title = Nyt emne fra en signatur
paste-lead = Indsæt signaturen fra et brev eller det, der står på et visitkort. Det, der forstås, udfylder formularen; resten kommer i noten. Du tjekker det, før det gemmes.
paste-text = Tekst
paste-read = Udfyld formularen
paste-empty = Indsæt først noget tekst
paste-too-long = Det er for langt til en signatur. Indsæt kun signaturen.
lead-links = Hjemmesider
lead-socials = Sociale netværk
