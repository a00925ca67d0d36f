"""Trains a model, with a heartbeat from the first moment on."""

import argparse

from training import data
from training.heartbeat import Heartbeat
from training.model import Mean


def rows(count):
    return [[n, n * n % 11, n * 3 % 7, 12] for n in range(count)]


def run(arguments):
    model = Mean()
    for epoch in range(arguments.epochs):
        for row in data.load(rows(arguments.rows), arguments.workers):
            model.learn(row)
        print("epoch %d: mean %.4f of %d numbers" % (epoch, model.value, model.seen))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--epochs", type=int, default=2)
    parser.add_argument("--rows", type=int, default=8)
    parser.add_argument("--workers", type=int, default=2)
    heartbeat = Heartbeat(every=0.5)
    heartbeat.start()
    try:
        run(parser.parse_args())
    finally:
        heartbeat.stop()


if __name__ == "__main__":
    main()
