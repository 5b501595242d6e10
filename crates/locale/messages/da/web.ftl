### Hvordan en forespørgsel skal være for at blive besvaret.

request-too-large = Det fylder for meget. Send højst { NUMBER($megabytes) } MB.
request-too-many-fields = Der er for mange felter. Send højst { NUMBER($most) }.
request-field-too-large = Teksten er for lang. Brug højst { NUMBER($kilobytes) } KB.
request-malformed = Forespørgslen kunne ikke læses. Gå tilbage, og prøv igen.
request-timed-out = Det tog for lang tid at nå frem. Tjek din forbindelse, og prøv igen.
request-files-not-taken = Her kan der ikke sendes filer. Send formularen uden.
