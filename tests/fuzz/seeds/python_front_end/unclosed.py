f(a, [b, {c: (d
def g():
    h(1
