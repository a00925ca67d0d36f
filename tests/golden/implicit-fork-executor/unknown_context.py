from concurrent.futures import ProcessPoolExecutor


def run(ctx):
    return ProcessPoolExecutor(mp_context=ctx)
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 note: 'concurrent.futures.ProcessPoolExecutor' may fork its workers: the value of 'mp_context' is not known here.
