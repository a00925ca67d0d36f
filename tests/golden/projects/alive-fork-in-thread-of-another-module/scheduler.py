import threading

import jobs


def every_minute():
    thread = threading.Thread(target=jobs.run_all, kwargs={"names": ["a"]})
    thread.start()
    thread.join()
