import daemon

with daemon.DaemonContext():
#    ^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'daemon.DaemonContext' forks this process, whatever start method is set.
    pass
