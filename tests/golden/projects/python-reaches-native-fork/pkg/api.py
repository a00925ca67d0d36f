from _native import launch


def start():
    return launch()
#          ^^^^^^^^ FRK201 error: '_native.launch' forks while a thread of threading.Thread is alive.
#          ^^^^^^^^ FRK501 warning: '_native.launch' forks this process in native code: fork in 'start_helper'.
