from dataclasses import dataclass

import torch


@dataclass
class Config:
    device: str = "cpu"


@dataclass
class FastConfig:
    device: str = "cuda"


class Extractor:
    config_type = None

    def __init__(self, config=None):
        if config is None:
            config = self.config_type()
        self.config = config


class Bank(Extractor):
    config_type = Config

    def __init__(self, config=None):
        super().__init__(config=config)
        self.model = torch.nn.Linear(1, 1).to(self.device)

    @property
    def device(self):
        return self.config.device


class FastBank(Bank):
    config_type = FastConfig
