import reporting


def prepare(config):
    print(config)
    reporting.install()
