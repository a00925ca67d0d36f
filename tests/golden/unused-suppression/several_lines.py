# On the first or the last line of the statement.
# silent
import os

result = [
    os.fork(),
    1,
]  # forklint: ignore[FRK105]
