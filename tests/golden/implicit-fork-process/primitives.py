# Queues, locks and shared memory create no process.
# silent
import multiprocessing
from multiprocessing import shared_memory

queue = multiprocessing.Queue()
lock = multiprocessing.Lock()
value = multiprocessing.Value("i", 0)
array = multiprocessing.Array("i", 3)
event = multiprocessing.Event()
reader, writer = multiprocessing.Pipe()
block = shared_memory.SharedMemory(create=True, size=8)
print(multiprocessing.cpu_count(), multiprocessing.current_process().name, multiprocessing.active_children())
