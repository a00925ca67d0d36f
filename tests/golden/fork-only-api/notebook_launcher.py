# accelerate's launchers fork when there is more than one process.
from accelerate import notebook_launcher

notebook_launcher(print, num_processes=1)
notebook_launcher(print, num_processes=2)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'accelerate.notebook_launcher' forks this process, whatever start method is set.
