from collections import Counter
from multiprocessing import get_context, cpu_count


def count(text):
    return Counter(text.lower().split())


def count_all(texts):
    """Sums over all texts, in processes of the default kind."""
    context = get_context()
    workers = min(cpu_count(), len(texts), 2)
    with context.Pool(workers) as pool:
        return sum(pool.imap_unordered(count, texts), Counter())
