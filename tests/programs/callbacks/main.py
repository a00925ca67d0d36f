"""Files are listed, and checked by processes when that is done."""

from pipeline.events import Events
from pipeline.stages import announce, check_files
from pipeline.walk import TREE, list_files


def main():
    events = Events()
    events.on("listed", announce)
    events.on("listed", check_files)
    for folder in sorted(TREE):
        _, good = list_files(folder, lambda paths: events.emit("listed", paths))
        print("good in %s: %s" % (folder, good))


if __name__ == "__main__":
    main()
