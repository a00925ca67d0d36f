"""Renders a scene with processes that a fork server makes."""

from render.farm import Farm
from render.setup import prepare


def main():
    for line in Farm(2).render(7):
        print(line)


if __name__ == "__main__":
    prepare()
    main()
