# dask spawns.
# silent
import dask

dask.compute(1, scheduler="processes")
