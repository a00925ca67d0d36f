"""Chooses the start method for the whole program, once, before anything else happens."""

import multiprocessing


def prepare():
    multiprocessing.set_start_method("forkserver")
    multiprocessing.set_forkserver_preload(["render.scene"])
