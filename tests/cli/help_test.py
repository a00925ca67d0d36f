"""--help is what people read first: complete, and as wide as the narrowest terminal."""

import re

from command import CommandTest, main

WIDTH = 80


class HelpTest(CommandTest):
    def helps(self):
        overview = self.forklint("--help").out
        yield "", overview
        for name in re.findall(r"^  ([a-z]+) {2,}\S", overview.split("Subcommands:")[1], re.MULTILINE):
            yield name, self.forklint(name, "--help").out

    def test_lines_fit(self):
        for name, text in self.helps():
            for line in text.splitlines():
                self.assertLessEqual(len(line), WIDTH, f"forklint {name} --help: {line!r}")

    def test_usage_is_what_one_types(self):
        for name, text in self.helps():
            self.assertIn(f"Usage: forklint {name} ".replace("  ", " "), text)
        report = self.forklint("trace", "report", "--help").out
        self.assertIn("Usage: forklint trace report ", report)
        for line in report.splitlines():
            self.assertLessEqual(len(line), WIDTH, line)

    def test_every_option_is_described(self):
        for name, text in self.helps():
            lines = text.splitlines()
            for at, line in enumerate(lines):
                if re.match(r"  -", line):
                    described = re.search(r"\S {2,}\S", line.strip()) or lines[at + 1].startswith(" " * 10)
                    self.assertTrue(described, f"forklint {name} --help: {line!r}")


if __name__ == "__main__":
    main()
