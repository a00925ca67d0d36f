from multiprocessing import Pool

with Pool(2) as pool:
#    ^^^^^^^ FRK102 warning: 'multiprocessing.Pool' creates its processes by fork, the default start method on Linux before Python 3.14.
#    says: No other start method is set before it in tool/__main__.py;
#    ^^^^^^^ FRK201 error: 'multiprocessing.Pool' forks while a thread of threading.Thread is alive.
#    flow: tool/__init__.py: threading.Thread(target=print, daemon=True).start()
#    flow: Pool(2)
    print(pool.map(len, ["a"]))
