import threading

import _native

threading.Thread(target=print).start()
_native.launch()
