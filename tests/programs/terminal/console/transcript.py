class Transcript:
    """What was run and what it said."""

    def __init__(self, run):
        self.run = run
        self.entries = []

    def command(self, *words):
        self.entries.append((" ".join(words[:1]), self.run(list(words))))

    def show(self):
        for name, output in self.entries:
            print("$ %s" % name)
            for line in output.splitlines():
                print("  " + line)
