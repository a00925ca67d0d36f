# silent
import os

os.environ["VLLM_WORKER_MULTIPROC_METHOD"] = "spawn"

from vllm import LLM

model = LLM("facebook/opt-125m")
