# `python -m tool` imports the package first.
# silent
import threading

threading.Thread(target=print, daemon=True).start()
