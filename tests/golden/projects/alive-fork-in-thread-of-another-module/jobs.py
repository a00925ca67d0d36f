import pools


def run_all(names):
    for name in names:
        pools.run(name)
