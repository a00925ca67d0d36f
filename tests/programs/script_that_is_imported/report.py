import crunch

print("largest", max(crunch.table))
