"""A scene of spheres in a small picture, as text."""

SPHERES = [(6, 3, 3), (14, 4, 2), (20, 2, 2)]
WIDTH = 24


def render_row(y):
    row = []
    for x in range(WIDTH):
        inside = any((x - cx) ** 2 + 4 * (y - cy) ** 2 <= r * r for cx, cy, r in SPHERES)
        row.append("#" if inside else ".")
    return "".join(row)
