# The model's class stands in one module, what moves it in another one: the device that this script names counts.
import multiprocessing

from models import Net
from tools import place

if __name__ == "__main__":
    net = place(Net(), "cuda")
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK203 error: 'multiprocessing.Process' forks after the accelerator was initialised.
