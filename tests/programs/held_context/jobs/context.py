"""The context is chosen by the caller and handed on."""

import multiprocessing

SAFE = "spawn"
FAST = "fork"


def context_for(fast):
    return multiprocessing.get_context(FAST if fast else SAFE)
