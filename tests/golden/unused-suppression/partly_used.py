# One of two is needed.
import os

os.fork()  # forklint: ignore[FRK105, FRK102]
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK901 note: The suppression of 'FRK102' suppresses nothing.
