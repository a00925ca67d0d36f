# Pools that take the default context of multiprocessing, or of the package multiprocess.
import multiprocess
import parmap
from emcee.interruptible_pool import InterruptiblePool
from p_tqdm import p_umap
from schwimmbad import MultiPool, SerialPool, choose_pool
from scipy.integrate import quad_vec
from scipy.optimize import differential_evolution

if __name__ == "__main__":
    with MultiPool(2) as pool:
#        ^^^^^^^^^^^^ FRK102 warning: 'schwimmbad.MultiPool' creates its processes by fork, the default start method on Linux.
        pool.map(abs, [1])
    with MultiPool(2, context=multiprocess.get_context("spawn")) as pool:
        pool.map(abs, [1])
    with SerialPool() as pool:
        pool.map(abs, [1])
    choose_pool(processes=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'schwimmbad.choose_pool' creates its processes by fork, the default start method on Linux.
    choose_pool(processes=1)
    InterruptiblePool(2).map(abs, [1])
#   ^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'emcee.interruptible_pool.InterruptiblePool' creates its processes by fork, the default start method on Linux before Python 3.14.
    p_umap(abs, [1])
#   ^^^^^^^^^^^^^^^^ FRK102 warning: 'p_tqdm.p_umap' creates its processes by fork, the default start method on Linux.
    parmap.starmap(max, [(1, 2)])
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'parmap.starmap' creates its processes by fork, the default start method on Linux before Python 3.14.
    differential_evolution(abs, [(0, 1)], workers=-1)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'scipy.optimize.differential_evolution' creates its processes by fork, the default start method on Linux before Python 3.14.
    differential_evolution(abs, [(0, 1)])
    quad_vec(abs, 0, 1, workers=2)
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'scipy.integrate.quad_vec' creates its processes by fork, the default start method on Linux before Python 3.14.
    quad_vec(abs, 0, 1)
