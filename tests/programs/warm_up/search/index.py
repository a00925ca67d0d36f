"""An index of words that a thread fills while the program reads its arguments."""

import threading

DOCUMENTS = {
    1: "the lock is taken before the fork",
    2: "a fork copies the memory of the process",
    3: "the thread does not come along",
    4: "spawn starts a fresh process",
}


class Index:
    def __init__(self):
        self.words = {}
        self._filler = threading.Thread(target=self._fill, name="fill index")

    def start_filling(self):
        self._filler.start()

    def wait(self):
        self._filler.join()

    def _fill(self):
        for number, text in DOCUMENTS.items():
            for word in text.split():
                self.words.setdefault(word, []).append(number)
