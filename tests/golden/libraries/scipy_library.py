from scipy.optimize import brute

brute(abs, ((0, 1),))
brute(abs, ((0, 1),), workers=1)
brute(abs, ((0, 1),), workers=-1)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'scipy.optimize.brute' creates its processes by fork, the default start method on Linux before Python 3.14.
