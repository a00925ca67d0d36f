# One alternative forks, the other is threads: possible.
try:
    from multiprocessing import Pool
except ImportError:
    from multiprocessing.dummy import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 note: 'multiprocessing.Pool' may create its processes by fork: what is called here is not known here.
