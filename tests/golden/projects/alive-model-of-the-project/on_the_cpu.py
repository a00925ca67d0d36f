import multiprocessing

from models import Net, Plain
from tools import place

if __name__ == "__main__":
    net = place(Net(), "cpu")
    plain = place(Plain(), "cuda")
    multiprocessing.Process(target=print).start()
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'multiprocessing.Process' creates its processes by fork, the default start method on Linux before Python 3.14.
