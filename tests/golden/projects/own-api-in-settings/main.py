import cluster

cluster.launch(print)
cluster.launch(print, workers=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK102 warning: 'cluster.launch' creates its processes by fork, the default start method on Linux before Python 3.14.
cluster.launch(print, 4, "spawn")
