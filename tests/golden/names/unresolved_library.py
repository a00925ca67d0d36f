# A name of a library that forklint does not know is nothing.
# silent
from somewhere import Pool, Process

Pool(2)
Process(target=print).start()
