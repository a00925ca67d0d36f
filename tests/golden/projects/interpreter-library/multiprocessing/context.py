class DefaultContext:
    def Pool(self, processes=None):
        from .pool import Pool

        return Pool(processes)


_default_context = DefaultContext()
