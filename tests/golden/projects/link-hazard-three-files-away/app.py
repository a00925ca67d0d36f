import setup
import training


def main():
    setup.prepare({"report": True})
    training.train()
