"""A runner that can't fail proves nothing: each kind of lie in a golden source must be told."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from expectation import Expected, differences, put_together, take_apart  # noqa: E402
from invariants import bad_flows, bad_messages, keys_of_concise, places_outside, Sources  # noqa: E402

SOURCE = """\
# args: --platform all
import os

pid = os.fork()
#     ^^^^^^^^^ FRK105 warning: 'os.fork' forks.
# notice: line 1: something
"""
FORK = Expected(3, 7, 16, "FRK105 warning: 'os.fork' forks.")


class Expectations(unittest.TestCase):
    def differences(self, source, findings, notices=("line 1: something",), demand=True):
        return [what for _, what in differences(take_apart(source), findings, list(notices), demand)]

    def test_what_stands_in_the_source_is_taken_out_of_it(self):
        annotated = take_apart(SOURCE)
        self.assertEqual(annotated.text, "import os\n\npid = os.fork()\n")
        self.assertEqual(annotated.args, "--platform all")
        self.assertEqual(annotated.findings, [FORK])
        self.assertEqual(annotated.notices, ["line 1: something"])
        self.assertEqual(self.differences(SOURCE, [FORK]), [])

    def test_differences_name_the_line_of_the_annotated_file(self):
        self.assertEqual([line for line, _ in differences(take_apart(SOURCE), [], ["line 1: something"], True)], [4])

    def test_missing_findings_are_told(self):
        self.assertIn("expected and not reported", self.differences(SOURCE, [])[0])

    def test_additional_findings_are_told(self):
        self.assertIn("reported and not expected", self.differences(SOURCE, [FORK, FORK])[0])

    def test_columns_levels_and_words_count(self):
        for other in (FORK._replace(column=6), FORK._replace(end_column=15), FORK._replace(line=2),
                      FORK._replace(text="FRK105 note: 'os.fork' forks."),
                      FORK._replace(text="FRK105 warning: 'os.fork' forks")):
            self.assertEqual(len(self.differences(SOURCE, [other])), 2, other)

    def test_notices_count(self):
        self.assertIn("missing", self.differences(SOURCE, [FORK], [])[0])
        self.assertIn("not expected", self.differences(SOURCE, [FORK], ["line 1: something", "new"])[0])

    def test_silence_must_be_said(self):
        self.assertIn("# silent", self.differences("x = 1\n", [], [])[0])
        self.assertEqual(self.differences("# silent\nx = 1\n", [], []), [])
        self.assertIn("beside", self.differences("# silent\n" + SOURCE, [FORK])[0])

    def test_spans_in_the_first_columns_can_be_marked(self):
        for column in range(1, 5):
            finding = Expected(2, column, column + 9, "FRK105 warning: Forks.")
            text = put_together(take_apart("import os\n" + " " * (column - 1) + "os.fork()\n"), [finding], [], True)
            self.assertEqual(take_apart(text).findings, [finding], text)

    def test_blessed_files_are_right_and_stay_as_they_are(self):
        for findings in ([], [FORK], [FORK, FORK]):
            text = put_together(take_apart(SOURCE), findings, ["new"], True)
            self.assertEqual(self.differences(text, findings, ["new"]), [])
            self.assertEqual(put_together(take_apart(text), findings, ["new"], True), text)

    def test_flows_related_places_and_further_words_count_where_they_are_spoken_of(self):
        source = SOURCE.replace("# notice", """#     flow: threads.py: thread.start()
#     flow: os.fork()
#     related: import os
#     says: in main.py;
#     fix: unsafe: Leave it (may break: ...
# notice""")
        flow = ("flow: threads.py: thread.start()", "flow: os.fork()")
        right = FORK._replace(details=(*flow, "related: import os", "related: pid", "says: Set in main.py; or not.",
                                       "fix: unsafe: Leave it (may break: all)"))
        self.assertEqual(take_apart(source).text, take_apart(SOURCE).text)
        self.assertEqual(self.differences(source, [right]), [])
        blessed = put_together(take_apart(source), [right], ["line 1: something"], True)
        self.assertEqual(self.differences(blessed, [right]), [])
        for missing in right.details:
            details = tuple(each for each in right.details if each != missing)
            told = self.differences(source, [right._replace(details=details)])
            self.assertEqual(len(told), 0 if missing == "related: pid" else 1, missing)
        self.assertEqual(self.differences(SOURCE, [right]), [])


class Invariants(unittest.TestCase):
    def setUp(self):
        here = Path(__file__).resolve()
        self.sources = Sources(here.parent)
        self.finding = {"id": "FRK105", "path": here.name, "message": ["It forks."], "related": [], "flow": [],
                        "start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 4}}

    def report(self, **changes):
        return {"findings": [{**self.finding, **changes}], "suppressed": []}

    def test_a_good_finding_breaks_nothing(self):
        self.assertEqual(list(places_outside(self.report(), self.sources)), [])
        self.assertEqual(list(bad_messages(self.report())), [])

    def test_places_lie_in_their_file(self):
        for changes in ({"end": {"line": 1, "column": 4000}}, {"end": {"line": 99999, "column": 1}},
                        {"end": {"line": 1, "column": 1}}, {"path": "missing.py"}, {"start": None},
                        {"related": [{"path": "missing.py", "message": "Here.", "start": {"line": 1, "column": 1},
                                      "end": {"line": 1, "column": 2}}]}):
            self.assertTrue(list(places_outside(self.report(**changes), self.sources)), changes)

    def test_messages_are_sentences(self):
        for message in ([], ["One."] * 4, ["no full stop"], ["begins small."], ["Left {0} over."], ["Two. Sentences."]):
            self.assertTrue(list(bad_messages(self.report(message=message))), message)

    def test_flows_are_shown_step_by_step(self):
        def log(*lengths):
            flows = [{"codeFlows": [{"threadFlows": [{"locations": [{}] * length}]}]} for length in lengths]
            return {"runs": [{"results": flows}]}

        def report(*depths):
            return self.report(id="FRK201", flow=[{"depth": depth} for depth in depths])

        self.assertEqual(list(bad_flows(report(0, 1, 0), log(3))), [])
        self.assertEqual(list(bad_flows(self.report(), log())), [])
        for broken in ((report(), log()), (report(0), log(1)), (report(1, 1), log(2)), (report(0, 2), log(2)),
                       (report(0, 1), log()), (report(0, 1), log(3))):
            self.assertEqual(len(list(bad_flows(*broken))), 1, broken)

    def test_concise_is_read(self):
        text = "a b.py:3:7: FRK105 warning: 'os.fork' forks.\n1 finding\n"
        self.assertEqual(list(keys_of_concise(text)), [("a b.py", 3, 7, "FRK105", "warning", "'os.fork' forks.")])


if __name__ == "__main__":
    unittest.main()
