"""Lines of a log and what is counted in them."""

import re
from collections import Counter

LINE = re.compile(r"(?P<host>\S+) (?P<method>[A-Z]+) (?P<path>\S+) (?P<status>\d{3})")


def parse_chunk(lines):
    statuses, hosts = Counter(), Counter()
    for line in lines:
        match = LINE.match(line)
        if match:
            statuses[match["status"]] += 1
            hosts[match["host"]] += 1
    return statuses, hosts


def chunks(lines, size):
    for start in range(0, len(lines), size):
        yield lines[start:start + size]
