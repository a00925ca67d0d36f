from training.loops import count, steps_of


class Trainer:
    def __init__(self, training, validation):
        self.training = training
        self.validation = validation

    def look(self):
        batches = iter(self.training)
        print("first", float(next(batches)[0]))

    def train(self):
        loss = 0.0
        for _, batch in steps_of(self.training):
            loss += float(batch.sum())
        print("loss", loss)

    def check(self):
        print("checked", count(self.validation))

    def label(self, names):
        print("labels", *[name for name, _ in zip(names, self.training)])

    def measure(self):
        print("sizes", *[len(batch) for batch in self.validation])
