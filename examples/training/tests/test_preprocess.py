"""What needs no torch, run for real: python3 -m unittest discover tests"""

import json
import sys
import tempfile
import unittest
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT))

from reviews import build_vocabulary, load_config, preprocess  # noqa: E402
from reviews.archive import compress  # noqa: E402
from reviews.evaluate import score_all  # noqa: E402
from reviews.prefetch import prefetch  # noqa: E402


class Preprocess(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.config = load_config(PROJECT / "config.toml")

    def shards(self):
        return preprocess(self.config.data_path, self.folder, self.config.shards, 2, self.config.max_words)

    def test_every_review_ends_up_in_a_shard(self):
        shards = self.shards()
        self.assertEqual(len(shards), self.config.shards)
        reviews = self.config.data_path.read_text(encoding="utf-8").splitlines()
        self.assertEqual(sum(len(shard.read_text(encoding="utf-8").splitlines()) for shard in shards), len(reviews))

    def test_frequent_words_come_first(self):
        vocabulary = build_vocabulary(self.shards(), 50, 2)
        self.assertEqual(len(vocabulary), 49)
        self.assertLess(vocabulary["the"], vocabulary["it"])

    def test_prefetch_reads_what_is_there_in_order(self):
        shards = self.shards()
        self.assertEqual(list(prefetch(shards)), [shard.read_text(encoding="utf-8") for shard in shards])

    def test_checkpoints_are_scored(self):
        (self.folder / "epoch-0.json").write_text(json.dumps({"accuracy": 0.75}), encoding="utf-8")
        self.assertEqual(score_all([self.folder / "epoch-0.pt"], 1), {"epoch-0.pt": 0.75})

    def test_old_files_are_compressed(self):
        old = self.folder / "old.txt"
        old.write_text("x", encoding="utf-8")
        self.assertEqual(compress([old]).wait(), 0)
        self.assertTrue((self.folder / "old.txt.gz").exists())


if __name__ == "__main__":
    unittest.main()
