# os.register_at_fork knows what to stop: no thread of it is alive at the fork.
import os
import threading


class Server:
    def __init__(self):
        self.running = threading.Event()
        self.thread = None
        os.register_at_fork(before=self.stop, after_in_parent=self.start)

    def start(self):
        self.running.set()
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()

    def serve(self):
        while self.running.is_set():
            self.running.wait(0.1)

    def stop(self):
        self.running.clear()
        if self.thread is not None:
            self.thread.join(timeout=2.0)


if __name__ == "__main__":
    Server().start()
    if os.fork() == 0:
#      ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
        os._exit(0)
