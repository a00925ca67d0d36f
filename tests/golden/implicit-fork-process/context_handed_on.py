# What a caller hands in decides, and the only caller says spawn.
# silent
import multiprocessing


def run(ctx):
    ctx.Process(target=print).start()


if __name__ == "__main__":
    run(multiprocessing.get_context("spawn"))
