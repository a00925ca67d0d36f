class Mean:
    """The plainest of models."""

    def __init__(self):
        self.value = 0.0
        self.seen = 0

    def learn(self, row):
        for number in row:
            self.seen += 1
            self.value += (number - self.value) / self.seen
