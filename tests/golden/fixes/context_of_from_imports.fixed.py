# Imported names give way to get_context, in their order; what others still use stays.
from multiprocessing import Process, cpu_count, get_context

ctx = get_context("spawn")


def run(process: Process):
    return process.name


if __name__ == "__main__":
    ctx.Process(target=print).start()
    ctx.Pool(cpu_count()).map(abs, [1])
