# fork unless the variable says something else.
from vllm import LLM

model = LLM("facebook/opt-125m")
#       ^^^^^^^^^^^^^^^^^^^^^^^^ FRK105 warning: 'vllm.LLM' forks this process, whatever start method is set.
