### A lead from a pasted signature.

paste = Klistra in en signatur
paste-title = Nytt prospekt från en signatur
paste-lead = Klistra in signaturen från ett brev eller det som står på ett visitkort. Det som förstås fyller i formuläret; resten hamnar i anteckningen. Du kontrollerar innan det sparas.
paste-text = Text
paste-read = Fyll i formuläret
paste-empty = Klistra in text först
paste-too-long = Det är för långt för en signatur. Klistra bara in signaturen.
lead-links = Webbplatser
lead-socials = Sociala nätverk
