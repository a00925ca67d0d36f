"""A picture is a grid of grey values; that is all these scripts need."""

from typing import List, NamedTuple


class Picture(NamedTuple):
    name: str
    rows: List[List[int]]

    @property
    def size(self):
        return len(self.rows[0]), len(self.rows)

    def halved(self):
        """Each pixel is the mean of four."""
        rows = []
        for upper, lower in zip(self.rows[::2], self.rows[1::2]):
            pairs = zip(upper[::2], upper[1::2], lower[::2], lower[1::2])
            rows.append([sum(four) // 4 for four in pairs])
        return Picture(self.name, rows)


def test_card(name, width, height):
    rows = [[(x * y + ord(name[-1])) % 256 for x in range(width)] for y in range(height)]
    return Picture(name, rows)
