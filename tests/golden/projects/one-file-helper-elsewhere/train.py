# The file that is given has no fork of its own, and is not blamed for that of another one.
# silent
import threading
import time

import loading

if __name__ == "__main__":
    threading.Thread(target=time.sleep, args=(1,)).start()
    print(loading.load())
