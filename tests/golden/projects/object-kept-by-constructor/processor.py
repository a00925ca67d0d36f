import pyarrow.parquet as pq


class Reader:
    def remap(self, items):
        pq.write_table(items, "items.parquet")
        return items


class Recipe:
    def __init__(self, fn, key_fn=None):
        self.fn = fn
        self.key_fn = key_fn

    def done(self):
        if getattr(self, "key_fn", None) is None:
            return
        pq.write_table([], "keys.parquet")


class MapRecipe(Recipe):
    def __init__(self, fn, **options):
        super().__init__(fn, **options)


class QueueRecipe(Recipe):
    def done(self):
        pq.write_table([], "queue.parquet")


class Processor:
    def __init__(self, reader=None, threads=0):
        self.reader = reader
        self.threads = threads
        self.table = None
        if threads > 0:
            self.table = Reader()

    def run(self, recipe, items):
        if self.reader:
            items = self.reader.remap(items)
        if self.table is not None:
            self.table.remap(items)
        recipe.done()


def optimize(fn, items, reader=None, key_fn=None, queue=None):
    processor = Processor(reader=reader)
    if queue is None:
        recipe = MapRecipe(fn, key_fn=key_fn)
    else:
        recipe = QueueRecipe(fn)
    processor.run(recipe, items)
