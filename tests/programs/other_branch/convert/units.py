FACTORS = {"inch": 254, "foot": 3048, "yard": 9144}


def convert(line):
    number, unit = line.split()
    return "%s %s = %.4f m" % (number, unit, int(number) * FACTORS[unit] / 10000)
