import os

from extractor import FastBank

FastBank()
os.fork()
