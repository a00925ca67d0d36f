x = f"{a!r:>{width}} {f"{b}"} {{}}"
y = t"{x}"
z = rb"\x00" b"a"
