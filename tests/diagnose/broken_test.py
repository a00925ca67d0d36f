"""Dumps as they come out of chats, ticket systems and loggers are read like the dumps themselves."""

import json
import textwrap
import unittest

from dumps import diagnose, recorded

# A time-stamped log glues words of its own to the joined lines of the guide; records of py-spy are one stack a line.
ONE_LINE_ALREADY = {"vendor_guide", "raw_recording"}


def colours(text: str) -> str:
    return "\n".join(f"\x1b[32m{line}\x1b[0m" for line in text.splitlines())


def windows_newlines(text: str) -> str:
    return text.replace("\n", "\r\n")


def quoted(text: str) -> str:
    return "\n".join("> " + line for line in text.splitlines())


def html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def curly(text: str) -> str:
    return text.replace('"MainThread"', "\u201cMainThread\u201d").replace("    ", "\u00a0\u00a0\u00a0\u00a0")


def narrow(text: str) -> str:
    return "\n".join(part for line in text.splitlines()
                     for part in textwrap.wrap(line, 60, break_long_words=False, break_on_hyphens=False) or [""])


def logged(text: str) -> str:
    return "\n".join(f"2026-03-01T12:00:{n % 60:02}Z worker-3 | {line}" for n, line in enumerate(text.splitlines()))


def surrounded(text: str) -> str:
    return "INFO step 3 done (train.py:88)\nwe see this since Monday:\n\n" + text + "\n\nany idea? thanks (see above)\n"


def numbered(text: str) -> str:
    return "\n".join(f"{n:>4}  {line}" for n, line in enumerate(text.splitlines(), 1))


def joined(text: str) -> str:
    return " ".join(line.strip() for line in text.splitlines())


class BrokenDumps(unittest.TestCase):
    def check(self, mangle, encoding: str = "utf-8", skipped=frozenset()):
        for each in recorded("fork_hangs"):
            if each.name in skipped:
                continue
            with self.subTest(each.name):
                whole = diagnose(each.text.encode())
                broken = diagnose(mangle(each.text).encode(encoding))
                self.assertEqual((broken.status, broken.first()), (whole.status, whole.first()))
        for each in recorded("other_problems"):
            with self.subTest(each.name):
                self.assertEqual(diagnose(mangle(each.text).encode(encoding)).status, 0)

    def test_colours(self):
        self.check(colours)

    def test_windows_newlines(self):
        self.check(windows_newlines)

    def test_utf_16(self):
        self.check(str, "utf-16")

    def test_quoted(self):
        self.check(quoted)

    def test_html(self):
        self.check(html)

    def test_curly_quotes_and_hard_spaces(self):
        self.check(curly)

    def test_narrow(self):
        self.check(narrow)

    def test_log_prefixes(self):
        self.check(logged, skipped=ONE_LINE_ALREADY | {"head_lock_wrapped", "cannot_reinitialize_cuda"})

    def test_other_text_around(self):
        self.check(surrounded)

    def test_numbered(self):
        self.check(numbered, skipped=ONE_LINE_ALREADY | {"head_lock_wrapped", "cannot_reinitialize_cuda"})

    def test_joined_lines(self):
        self.check(joined, skipped=ONE_LINE_ALREADY)

    def test_a_traceback_inside_of_a_json_log(self):
        dump = next(each for each in recorded("fork_hangs") if each.name == "stdout_lock_faulthandler")
        line = json.dumps({"level": "error", "stack": dump.text}) + "\n"
        self.assertEqual(diagnose(line.encode()).first(), diagnose(dump.text.encode()).first())


if __name__ == "__main__":
    unittest.main()
