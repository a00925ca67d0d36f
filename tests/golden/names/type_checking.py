# Imports under TYPE_CHECKING never run.
# silent
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing import Process


def describe(process: "Process") -> str:
    return process.name
