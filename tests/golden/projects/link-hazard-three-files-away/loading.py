from concurrent.futures import ProcessPoolExecutor


def load(numbers):
    with ProcessPoolExecutor(2) as executor:
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK103 warning: 'concurrent.futures.ProcessPoolExecutor' forks its workers, because fork is the default start method on Linux before Python 3.14.
#        ^^^^^^^^^^^^^^^^^^^^^^ FRK201 error: 'concurrent.futures.ProcessPoolExecutor' forks while a thread of threading.Thread is alive.
#      flow: main.py: app.main()
#      flow: app.py: setup.prepare({"report": True})
#      flow: setup.py: reporting.install()
#      flow: reporting.py: Reporter().start()
#      flow: app.py: training.train()
#      flow: training.py: loading.load(range(4))
#      flow: executor.map(abs, numbers)
        return list(executor.map(abs, numbers))
