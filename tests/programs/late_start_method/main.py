"""The start method is set when the queues exist already: that fails, and no one hears of it."""

import multiprocessing

from simulation import workers
from simulation.settings import from_command_line


def prefer_spawn():
    try:
        multiprocessing.set_start_method("spawn")
    except RuntimeError:
        pass


def main():
    settings = from_command_line()
    channels = workers.Channels()
    prefer_spawn()
    running = workers.start(channels, settings)
    for number in range(settings.particles):
        channels.orders.put(number)
    for _ in running:
        channels.orders.put(None)
    heights = dict(channels.results.get() for _ in range(settings.particles))
    for worker in running:
        worker.join()
    print("start method:", multiprocessing.get_start_method())
    print("heights:", [heights[number] for number in sorted(heights)])


if __name__ == "__main__":
    main()
