# The variable of a comprehension hides the name only inside.
from multiprocessing import Pool

names = [Pool for Pool in range(3)]
pool = Pool(2)
#      ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
