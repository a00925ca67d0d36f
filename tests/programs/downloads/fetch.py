"""Downloads files in threads, then checks them in processes: the threads are gone by then."""

from fetching.concurrently import check_all, download_all
from fetching.sources import NAMES


def main():
    files = download_all(NAMES)
    total = sum(len(content) for _, content in files)
    print(len(files), "files,", total, "bytes")
    for name, value in sorted(check_all(files).items()):
        print("%-10s %08x" % (name, value))


if __name__ == "__main__":
    main()
