### Importing files: what is wrong with them, and what came of them.

import-uid = Number in the other program
import-done = { NUMBER($created) } created, { NUMBER($updated) } updated, { NUMBER($bad) } rejected
import-undone = { NUMBER($count) } changes taken back; { NUMBER($kept) } left as they are, because they were changed again
import-is-a-backup = This is the backup of a workspace. Restore it from the command line: kartotek import FILE
import-unknown-format = This is neither a table (CSV) nor a vCard file. Export your contacts as one of these and choose that file.
import-started-already = This import has been started. Import the file again to change how it is read.
import-match-needed = Choose by which fields the rows find their cards.
import-cannot-match = Cards cannot be found by this field. Choose e-mail, phone, name or a text.
import-no-such-target = This field does not exist any more. Choose another.
import-mapped-twice = Another column fills this field already. Leave one of them out.
import-nothing-mapped = No column has a meaning yet. Choose a field for at least one.
import-file-changed = The columns do not fit the file any more. Import the file again.
import-nothing-to-undo = This import has changed nothing that could be undone.
import-several-match = Several cards match this row. Merge them, or match by another field.
import-row-refused = This row cannot be kept as it is.
import-row-too-long = The file cannot be read from here on: a quotation mark is never closed, or the row is too long.
import-unreadable = The file cannot be read from here on.
import-card-too-large = This card is too large.
import-card-empty = This card says nothing about anybody.
import-outside-card = This text belongs to no card.
