from collections import Counter


def merged(results):
    statuses, hosts = Counter(), Counter()
    for more_statuses, more_hosts in results:
        statuses += more_statuses
        hosts += more_hosts
    return statuses, hosts
