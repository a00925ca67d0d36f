from concurrent.futures import ProcessPoolExecutor

from .context import CONTEXT, cpu_count


def parallel_map(function, items):
    """As map, in processes; keeps the order."""
    items = list(items)
    if len(items) < 2:
        return [function(item) for item in items]
    with ProcessPoolExecutor(cpu_count(), mp_context=CONTEXT) as executor:
        return list(executor.map(function, items))
