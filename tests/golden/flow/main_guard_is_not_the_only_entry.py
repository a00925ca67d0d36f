# A module without a guard runs when it is imported.
import multiprocessing

multiprocessing.set_start_method("spawn", force=True)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK107 warning: 'multiprocessing.set_start_method' is called when this module is imported.
with multiprocessing.Pool(2) as pool:
#    ^^^^^^^^^^^^^^^^^^^^^^^ FRK303 error: 'multiprocessing.Pool' is reached when the script is imported: no main guard stands before it.
    pool.map(abs, [1])
