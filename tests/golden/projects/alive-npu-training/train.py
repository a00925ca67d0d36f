# The usual training job on NPUs: set up in one module, loaded in another.
import argparse

from engine.setup import init_device
from engine.loop import fit


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--local-rank", type=int, default=0)
    args = parser.parse_args()
    init_device(args.local_rank)
    fit([1, 2, 3])


if __name__ == "__main__":
    main()
