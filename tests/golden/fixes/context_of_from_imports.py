# Imported names give way to get_context, in their order; what others still use stays.
from multiprocessing import Pool, Process, cpu_count


def run(process: Process):
    return process.name


if __name__ == "__main__":
    Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
    Pool(cpu_count()).map(abs, [1])
#   ^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
