# One alternative forks, the other is threads: possible.
try:
    from torch.multiprocessing import Pool
except ImportError:
    from multiprocessing.dummy import Pool

pool = Pool(2)
#      ^^^^^^^ FRK102 note: 'torch.multiprocessing.Pool' may create its processes by fork: which of several classes or functions is called is not known here.
