# A parameter with a prefix hides the same workers.
from transformers import TrainingArguments

TrainingArguments("out")
TrainingArguments("out", dataloader_num_workers=4)
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ FRK104 warning: 'transformers.TrainingArguments' forks its worker processes, because fork is the default start method on Linux before Python 3.14.
