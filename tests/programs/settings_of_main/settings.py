class Settings:
    def __init__(self):
        self.values = {"factor": 1}

    def read(self, arguments):
        if arguments:
            self.values["factor"] = int(arguments[0])


settings = Settings()
names = {}


def remember(table, key, value):
    table[key] = value
