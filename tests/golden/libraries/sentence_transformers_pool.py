# Spawns by itself.
# silent
from sentence_transformers import SentenceTransformer

SentenceTransformer("model").start_multi_process_pool()
