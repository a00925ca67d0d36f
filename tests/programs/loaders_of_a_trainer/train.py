"""Does one thing with a trainer."""

import sys

from training.data import loader_for
from training.trainer import Trainer


def main(what):
    trainer = Trainer(loader_for(4, workers=2), loader_for(4, workers=1))
    if what == "look":
        trainer.look()
    elif what == "train":
        trainer.train()
    elif what == "check":
        trainer.check()
    elif what == "label":
        trainer.label("ab")
    else:
        trainer.measure()


if __name__ == "__main__":
    main(sys.argv[1])
