# A constructor, inherited, that starts a thread; another one that forks.
from service import Service
from workers import Workers

if __name__ == "__main__":
    service = Service("metrics")
    workers = Workers(2)
    workers.join()
    service.stop()
