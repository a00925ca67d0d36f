"""Notebooks: their cells are one module, findings name the cell, fixes leave the rest of the JSON as it is."""

import json

from command import CommandTest, main

POOL = 'with multiprocessing.Pool(2) as pool:\n    print(pool.map(abs, [-1, 2]))'
FIXED = POOL.replace("multiprocessing.Pool", 'multiprocessing.get_context("spawn").Pool')


def cell(source, kind="code"):
    made = {"cell_type": kind, "metadata": {}, "source": source}
    return {**made, "outputs": [], "execution_count": None} if kind == "code" else made


def lines(source):
    return source.splitlines(keepends=True)


def notebook(*sources, language="python", as_list=True):
    cells = [each if isinstance(each, dict) else cell(lines(each) if as_list else each) for each in sources]
    metadata = {"kernelspec": {"display_name": "kernel", "language": language, "name": "kernel"}}
    return {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


class NotebookTest(CommandTest):
    def write_json(self, name, value, **options):
        self.write(name, json.dumps(value, **{"indent": 1, **options}) + "\n")

    def text(self, name):
        return (self.root / name).read_bytes().decode("utf-8")

    def fix(self, *arguments):
        return self.forklint("--fix", "--unsafe-fixes", *arguments)


class Reading(NotebookTest):
    def test_cells_are_one_module_and_the_finding_names_the_cell(self):
        self.write_json("a.ipynb", notebook(cell("# Title", "markdown"), "import multiprocessing", "x = 1\n" + POOL))
        said = self.forklint("--output-format", "concise")
        self.assertEqual(said.status, 1)
        self.assertTrue(said.out.startswith("a.ipynb:cell 3:2:6: FRK102 warning"), said.out)

    def test_the_frame_counts_lines_in_the_cell(self):
        self.write_json("a.ipynb", notebook("import multiprocessing\n\n\n", "x = 1\n" + POOL))
        said = self.forklint()
        self.assertIn("a.ipynb:cell 2:2:6", said.out)
        self.assertIn("2 | with multiprocessing.Pool(2) as pool:", said.out)

    def test_json_has_the_cell(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        finding = json.loads(self.forklint("--output-format", "json").out)["findings"][0]
        self.assertEqual((finding["cell"], finding["start"]), (2, {"line": 1, "column": 6}))

    def test_other_programs_are_told_the_cell(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", "x = 1\n" + POOL))
        start = "cell 2, line 2: 'multiprocessing.Pool' creates its processes by fork"
        annotation = self.forklint("--output-format", "github").out
        place, _, message = annotation.partition("::warning ")[2].partition("::")
        self.assertTrue(message.startswith(start), annotation)
        line = self.text("a.ipynb").splitlines().index('    "with multiprocessing.Pool(2) as pool:\\n",') + 1
        self.assertIn(f"file=a.ipynb,line={line},endLine={line},", place)
        issue = json.loads(self.forklint("--output-format", "gitlab").out)[0]
        self.assertTrue(issue["description"].startswith(start), issue)
        self.assertEqual(issue["location"]["lines"], {"begin": line, "end": line})
        self.assertIn("a.ipynb:cell 2:2:6", self.forklint("--output-format", "junit").out)
        result = json.loads(self.forklint("--output-format", "sarif").out)["runs"][0]["results"][0]
        self.assertEqual(result["locations"][0]["logicalLocations"], [{"name": "cell 2"}])

    def test_sarif_points_into_the_file(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        log = json.loads(self.forklint("--output-format", "sarif").out)
        region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
        line = self.text("a.ipynb").splitlines()[region["startLine"] - 1]
        self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], "multiprocessing.Pool(2)")

    def test_magics_are_tolerated(self):
        code = """\
%matplotlib inline
!pip install 'something
files = !ls *.py
timing = %timeit -o 1
if files:
    !rm -f x \\
        y
len?
?len
%time import multiprocessing
text = '''
%not a magic
'''
"""
        shell = "%%bash\nfor f in *; do echo 'it; done\n"
        timed = "%%time\nimport multiprocessing\nimport os\nos.fork()\n"
        self.write_json("a.ipynb", notebook(code, shell, timed, POOL))
        said = self.json()
        self.assertEqual([rule for _, _, rule in said.findings()], ["FRK105", "FRK102"], said.out)
        self.assertEqual(json.loads(said.out)["notices"], [])

    def test_the_python_behind_a_magic_counts(self):
        lines = ("%time import os\n%timeit -n 2 -r3 os.fork()\nif os:\n    %time child = os.fork()\n"
                 "%time for n in [1]: os.fork()\n%python os.fork()\n")
        other = "%%python\nimport os\nos.fork()\n"
        broken = "x = [1,\n"
        self.write_json("a.ipynb", notebook(lines, other, broken, "!echo '\nos.fork()"))
        said = self.json()
        self.assertEqual([(line, rule) for _, line, rule in said.findings()],
                         [(2, "FRK105"), (4, "FRK105"), (2, "FRK105")], said.out)

    def test_a_magic_is_shown_as_it_is_written(self):
        self.write_json("a.ipynb", notebook("import os\nos.fork()\n%time\nos.fork()"))
        said = self.forklint()
        self.assertNotIn("0#", said.out)

    def test_another_language_is_passed_by(self):
        self.write_json("a.ipynb", notebook("multiprocessing.Pool(2)", language="R"))
        said = self.forklint()
        self.assertEqual((said.status, said.err), (0, ""))

    def test_broken_json_is_one_clear_line(self):
        self.write("a.ipynb", '{"cells": [\n{"cell_type": "code",\n}]}\n')
        self.write("b.ipynb", "[]\n")
        self.write("c.ipynb", '{"worksheets": [], "nbformat": 3}\n')
        said = self.forklint()
        self.assertIn("a.ipynb: no valid JSON (line 3), so it is not analysed as a notebook\n", said.err)
        self.assertIn("b.ipynb: no notebook: it has no list of 'cells'\n", said.err)
        self.assertIn("c.ipynb: a notebook in a format before 4, which is not analysed\n", said.err)
        self.assertEqual(len(said.err.splitlines()), 3, said.err)

    def test_what_a_notebook_defines_is_found_by_no_process(self):
        self.write_json("a.ipynb", notebook("import multiprocessing\ndef work(n):\n    return n",
                                            "with multiprocessing.Pool(2) as pool:\n    pool.map(work, [1])"))
        before = self.text("a.ipynb")
        said = self.fix()
        self.assertEqual(self.text("a.ipynb"), before)
        self.assertIn("Without fork the function 'work' of a notebook is not found: a new process can't import the "
                      "notebook: put it into a module that the notebook imports.", said.out)


class Writing(NotebookTest):
    def fixed(self, text):
        """What the fix of the only Pool makes of the file, with nothing else changed."""
        old = json.dumps("multiprocessing.Pool")[1:-1]
        new = json.dumps('multiprocessing.get_context("spawn").Pool')[1:-1]
        self.assertEqual(text.count(old), 1)
        return text.replace(old, new)

    def check(self, value, **options):
        self.write_json("a.ipynb", value, **options)
        before = self.text("a.ipynb")
        said = self.fix()
        self.assertEqual((said.status, said.err), (0, ""), said.out)
        self.assertEqual(self.text("a.ipynb"), self.fixed(before))

    def test_only_the_source_changes(self):
        for indent in (1, 2, None, "\t"):
            for as_list in (True, False):
                for ascii_only in (True, False):
                    with self.subTest(indent=indent, as_list=as_list, ensure_ascii=ascii_only):
                        value = notebook("import multiprocessing\ns = 'é😀\\t\"'", "t = 'ü'; " + "x = 1\n" + POOL,
                                         as_list=as_list)
                        value["cells"][0]["outputs"] = [{"output_type": "stream", "text": ["a\u2028b</x>"]}]
                        self.check(value, indent=indent, ensure_ascii=ascii_only)

    def test_newlines_of_windows_and_no_newline_at_the_end(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        before = self.text("a.ipynb").rstrip("\n").replace("\n", "\r\n")
        self.write("a.ipynb", before.encode())
        self.fix()
        self.assertEqual(self.text("a.ipynb"), self.fixed(before))

    def test_an_added_line_is_an_item_of_the_list(self):
        executor = ("with ProcessPoolExecutor(2) as executor:\n"
                    "    print(executor.submit(abs, -1).result())")
        self.write_json("a.ipynb", notebook("import math\nfrom concurrent.futures import ProcessPoolExecutor", executor))
        self.assertEqual(self.fix().status, 0)
        value = json.loads(self.text("a.ipynb"))
        self.assertEqual(value["cells"][0]["source"],
                         ["import math\n", "import multiprocessing\n", "from concurrent.futures import ProcessPoolExecutor"])
        self.assertEqual("".join(value["cells"][1]["source"]), executor.replace(
            "(2)", '(2, mp_context=multiprocessing.get_context("spawn"))'))
        self.assertEqual(self.text("a.ipynb"), json.dumps(value, indent=1) + "\n")

    def test_comments_are_added_in_the_cells(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL + "\n\nimport os\nos.fork()"))
        before = self.text("a.ipynb")
        said = self.forklint("--add-suppressions")
        self.assertEqual((said.status, said.err), (0, "forklint: suppressed 2 findings with comments in 1 file\n"), said.out)
        self.assertEqual(self.text("a.ipynb"), before.replace("(2) as pool:", "(2) as pool:  # forklint: ignore[FRK102]")
                         .replace("os.fork()", "os.fork()  # forklint: ignore[FRK105]"))
        self.assertEqual(self.forklint().status, 0)

    def test_a_second_run_changes_nothing(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        self.fix()
        once = self.text("a.ipynb")
        self.assertEqual(self.fix().out, "Fixed 0 findings (0 remaining)\nno forks found; checked 1 file\n")
        self.assertEqual(self.text("a.ipynb"), once)

    def test_the_difference_is_one_of_the_file(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        said = self.forklint("--diff", "--unsafe-fixes")
        self.assertIn('-    "with multiprocessing.Pool(2) as pool:\\n",\n', said.out)
        self.assertIn('+    "with multiprocessing.get_context(\\"spawn\\").Pool(2) as pool:\\n",\n', said.out)

    def test_the_fix_in_sarif_is_one_of_the_file(self):
        self.write_json("a.ipynb", notebook("import multiprocessing", POOL))
        log = json.loads(self.forklint("--output-format", "sarif").out)
        change = log["runs"][0]["results"][0]["fixes"][0]["artifactChanges"][0]
        rows = self.text("a.ipynb").split("\n")
        for each in reversed(change["replacements"]):
            region = each["deletedRegion"]
            self.assertEqual(region["startLine"], region["endLine"])
            row = rows[region["startLine"] - 1]
            rows[region["startLine"] - 1] = (row[:region["startColumn"] - 1] + each["insertedContent"]["text"]
                                             + row[region["endColumn"] - 1:])
        self.assertEqual("\n".join(rows), self.fixed(self.text("a.ipynb")))


if __name__ == "__main__":
    main()
