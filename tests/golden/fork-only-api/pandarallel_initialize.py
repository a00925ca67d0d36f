# Always the fork context, without a parameter.
from pandarallel import pandarallel

pandarallel.initialize()
#^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'pandarallel.pandarallel.initialize' forks this process, whatever start method is set.
