### Arbejde i baggrunden.

jobs-state-waiting = Venter
jobs-state-running = Kører
jobs-state-done = Færdig
jobs-state-failed = Mislykket
jobs-state-cancelled = Annulleret
jobs-not-over = Kun et mislykket eller annulleret job kan køres igen.
jobs-cancelled = Jobbet blev annulleret.
jobs-lease-lost = Jobbet blev fortsat et andet sted.
jobs-released = Jobbet blev afbrudt og fortsætter senere.
