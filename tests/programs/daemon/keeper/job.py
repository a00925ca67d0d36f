def collatz(start):
    length = 1
    while start != 1:
        start = 3 * start + 1 if start % 2 else start // 2
        length += 1
    return length


def table(limit):
    return ["%d %d" % (start, collatz(start)) for start in range(1, limit + 1)]
