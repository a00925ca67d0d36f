# silent
import argparse


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--start-method", default="spawn", choices=["spawn", "forkserver"])
    parser.add_argument("--any-method", default="spawn", choices=["spawn", "fork"])
    return parser.parse_args()
