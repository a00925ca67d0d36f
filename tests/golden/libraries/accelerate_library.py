from accelerate import debug_launcher

debug_launcher(print)
#^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'accelerate.debug_launcher' forks this process, whatever start method is set.
