# silent
import redis
import urllib3
from sqlalchemy.pool import Pool

redis.ConnectionPool()
urllib3.PoolManager()
Pool(None)
