level = 0
