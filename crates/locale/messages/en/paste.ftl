### A lead from a pasted signature.

paste = Paste a signature
paste-title = New lead from a signature
paste-lead = Paste the signature of a letter or what stands on a business card. What is understood fills the form; the rest goes into the note. You check it before it is saved.
paste-text = Text
paste-read = Fill in the form
paste-empty = Paste some text first
paste-too-long = This is too long for a signature. Paste only the signature.
lead-links = Websites
lead-socials = Social networks
