### Hur en förfrågan ska vara för att besvaras.

request-too-large = Det här är för stort. Skicka högst { NUMBER($megabytes) } MB.
request-too-many-fields = Det är för många fält. Skicka högst { NUMBER($most) }.
request-field-too-large = Texten är för lång. Använd högst { NUMBER($kilobytes) } KB.
request-malformed = Förfrågan gick inte att läsa. Gå tillbaka och försök igen.
request-timed-out = Det tog för lång tid att komma fram. Kontrollera anslutningen och försök igen.
request-files-not-taken = Här kan inga filer skickas. Skicka formuläret utan dem.
