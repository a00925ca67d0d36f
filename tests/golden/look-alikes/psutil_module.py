# silent
import psutil
from psutil import Process

psutil.Process(1).name()
Process().children()
