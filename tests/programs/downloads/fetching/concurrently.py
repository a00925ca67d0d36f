"""Downloads wait, so threads do; unpacking computes, so processes do."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

from .checks import checksum
from .sources import download


def download_all(names):
    with ThreadPoolExecutor(max_workers=4) as threads:
        return list(threads.map(download, names))


def check_all(files):
    with ProcessPoolExecutor(2) as processes:
        return dict(processes.map(checksum, files))
