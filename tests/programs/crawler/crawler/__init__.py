from .frontier import Frontier
from .worker import CrawlWorker

__all__ = ["CrawlWorker", "Frontier"]
