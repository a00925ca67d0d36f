# Types are not calls.
# silent
import multiprocessing as mp
from concurrent.futures import ProcessPoolExecutor
from typing import List, Optional, Union


class Server:
    process: Optional[mp.Process] = None
    workers: "List[mp.Process]" = []

    def add(self, worker: Union[str, mp.Process]) -> Optional[ProcessPoolExecutor]:
        return None


def check(process):
    return isinstance(process, mp.Process)
