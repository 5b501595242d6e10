### Work in the background.

jobs-state-waiting = Waiting
jobs-state-running = Running
jobs-state-done = Done
jobs-state-failed = Failed
jobs-state-cancelled = Cancelled
jobs-not-over = Only a failed or cancelled job can be run again.
jobs-cancelled = The job was cancelled.
jobs-lease-lost = The job was continued elsewhere.
jobs-released = The job was interrupted and will continue later.
