# Libraries that keep a pool of native threads from their first query on.
import multiprocessing

import duckdb
import polars
import pyarrow.parquet


def after_polars():
    polars.read_csv("a.csv")
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of Polars is alive.


def after_pyarrow():
    pyarrow.parquet.read_table("a.parquet")
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of PyArrow is alive.


def after_duckdb():
    duckdb.sql("select 1")
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'multiprocessing.Process' forks while a thread of DuckDB is alive.


def before():
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    polars.read_csv("a.csv")


def with_spawn():
    polars.read_csv("a.csv")
    multiprocessing.get_context("spawn").Process(target=print).start()
