"""Tells customers that a letter is being written, and writes it."""

from mail.letters import write_all
from mail.sender import Sender

CUSTOMERS = ["ada", "grace", "barbara"]


def main():
    sender = Sender()
    for name in CUSTOMERS:
        sender.send(name + "@example.org", "please wait")
    sender.wait()
    lengths = write_all(CUSTOMERS, 18)
    sender.close()
    for line in sorted(sender.sent):
        print(line)
    for name, length in sorted(lengths.items()):
        print(name, length, "lines")


if __name__ == "__main__":
    main()
