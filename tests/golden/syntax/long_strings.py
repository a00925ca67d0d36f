import os

text = """
os.fork()
""" + str(os.fork())
#         ^^^^^^^^^ FRK105 warning: 'os.fork' forks this process, whatever start method is set.
