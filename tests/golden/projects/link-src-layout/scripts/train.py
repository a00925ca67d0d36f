# The package lies under src, the script beside it; three files from the thread to the fork.
from acme.data import square_all
from acme.metrics import start_reporter


def main():
    start_reporter()
    print(square_all(range(4)))


if __name__ == "__main__":
    main()
