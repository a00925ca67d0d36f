# Python 2.
# notice: line 4: looks like Python 2; analysed in part
import os

print "forking"
os.fork()
#^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
