### What a request must be like to be answered.

request-too-large = This is too large. Send { NUMBER($megabytes) } MB at most.
request-too-many-fields = This has too many fields. Send { NUMBER($most) } at most.
request-field-too-large = This text is too long. Use { NUMBER($kilobytes) } KB at most.
request-malformed = This request could not be read. Go back and try again.
request-timed-out = This took too long to arrive. Check your connection and try again.
request-files-not-taken = No files are taken here. Send the form without them.
