"""Watches for files while the main thread would serve its users."""

from scanner.watch import Watcher


def main():
    watcher = Watcher(["readme.txt", "logo.png", "core"])
    watcher.start()
    watcher.join()
    for name, verdict in sorted(watcher.verdicts.items()):
        print(name + ":", verdict)


if __name__ == "__main__":
    main()
