# The executor is an attribute; close() shuts it down.
from service import Service

import pools

if __name__ == "__main__":
    service = Service()
    service.warm_up([1, 2])
    pools.early()
    service.close()
    pools.late()
