# tqdm's process_map has no context; thread_map has threads.
from tqdm.contrib.concurrent import process_map, thread_map

process_map(abs, [1], max_workers=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'tqdm.contrib.concurrent.process_map' forks its workers, because fork is the default start method on Linux before Python 3.14.
thread_map(abs, [1], max_workers=2)
