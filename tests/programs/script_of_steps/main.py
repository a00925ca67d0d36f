#!/usr/bin/env python3
"""A script from top to bottom, as people begin."""
from concurrent.futures import ProcessPoolExecutor
import math

STEPS = 4
WIDTH = 20


def area(step):
    x = (step + 0.5) / STEPS
    return math.sqrt(1 - x * x) / STEPS


# What the script does.
print("steps", STEPS)
total = 0.0
with ProcessPoolExecutor(2) as executor:
    for part in executor.map(area, range(STEPS)):
        # Summed in order.
        total += part
text = f"""pi is about
  {total * 4:.3f}"""
print(text)
if total > 1:
    print("too much")
else:
    print("-" * WIDTH)
