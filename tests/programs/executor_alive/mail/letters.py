"""Letters, written in processes because the layout takes long."""

import multiprocessing


def write(name, width, results):
    words = ("dear %s your order is on its way" % name).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = ""
        line = (line + " " + word).strip()
    results.put((name, len(lines) + 1))


def write_all(names, width):
    results = multiprocessing.SimpleQueue()
    writers = [multiprocessing.Process(target=write, args=(name, width, results)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    return dict(results.get() for _ in names)
