import os

if False:
    os.fork()
if 0:
    os.fork()
while True:
    os.fork()
#   ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
    break
