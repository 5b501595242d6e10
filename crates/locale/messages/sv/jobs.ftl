### Arbete i bakgrunden.

jobs-state-waiting = Väntar
jobs-state-running = Pågår
jobs-state-done = Klart
jobs-state-failed = Misslyckades
jobs-state-cancelled = Avbrutet
jobs-not-over = Bara ett jobb som misslyckats eller avbrutits kan köras igen.
jobs-cancelled = Jobbet avbröts.
jobs-lease-lost = Jobbet fortsatte på ett annat ställe.
jobs-released = Jobbet gjorde ett uppehåll och fortsätter senare.
