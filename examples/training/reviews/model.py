"""A bag of words: the mean of the words' vectors, and a line through them."""

import torch
from torch import nn


class ReviewModel(nn.Module):
    def __init__(self, vocabulary: int, dimensions: int):
        super().__init__()
        self.words = nn.EmbeddingBag(vocabulary, dimensions, mode="mean")
        self.output = nn.Linear(dimensions, 2)

    def forward(self, words: torch.Tensor, offsets: torch.Tensor) -> torch.Tensor:
        return self.output(self.words(words, offsets))
