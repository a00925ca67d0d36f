from ptyprocess import PtyProcess

process = PtyProcess.spawn(["bash"])
#         ^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'ptyprocess.PtyProcess.spawn' forks this process, whatever start method is set.
