# silent
import os

os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "spawn"
os.environ["OTHER_METHOD"] = "fork"
