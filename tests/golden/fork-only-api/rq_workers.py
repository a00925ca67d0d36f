# A Worker forks for each job; SimpleWorker does not.
from rq import SimpleWorker, Worker

Worker(["default"]).work()
#^^^^^^^^^^^^^^^^^^ FRK105 warning: 'rq.Worker' forks this process, whatever start method is set.
SimpleWorker(["default"]).work()
