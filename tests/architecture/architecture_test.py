"""Each check of architecture.py must be able to fail, and must stay silent on what is right."""

import tempfile
import unittest
from pathlib import Path

import architecture

ROOMS = """
forklint_room(base LIBRARIES fmt::fmt)
forklint_room(source USES base)
forklint_room(python USES base source)
forklint_room(program USES base source python)
forklint_room(report USES base source PRIVATE_LIBRARIES forklint_sarif)
"""


def failures(check, files):
    """What a check says about a repository made of these files (path -> text)."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in {"analyzer/CMakeLists.txt": ROOMS, **files}.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, encoding="utf-8")
        return list(check(architecture.Tree(root)))


class Layering(unittest.TestCase):
    def includes(self, path, included):
        return failures(architecture.check_layering, {path: f'#include "{included}"\n'})

    def test_a_room_includes_what_it_declares(self):
        self.assertFalse(self.includes("analyzer/source/a.cpp", "base/result.h"))
        self.assertFalse(self.includes("analyzer/source/a.cpp", "source/span.h"))
        self.assertFalse(self.includes("analyzer/source/a.cpp", "vector"))
        self.assertFalse(self.includes("analyzer/report/a.cpp", "sarif/model.h"))

    def test_a_room_below_is_out_of_reach(self):
        (failure,) = self.includes("analyzer/source/a.cpp", "program/program.h")
        self.assertEqual((failure.path, failure.line), ("analyzer/source/a.cpp", 1))
        self.assertIn("'source' may include base", failure.remedy)

    def test_an_undeclared_room_above_is_out_of_reach_too(self):
        self.assertTrue(self.includes("analyzer/report/a.cpp", "python/module.h"))

    def test_rules_see_the_program_and_no_output(self):
        self.assertFalse(self.includes("rules/group/a.cpp", "program/program.h"))
        self.assertTrue(self.includes("rules/group/a.cpp", "report/report.h"))

    def test_a_room_below_the_rules_declares_itself(self):
        cli = {"analyzer/cli/CMakeLists.txt": "target_link_libraries(forklint_cli PUBLIC forklint_rules forklint_base)\n"}
        for included, wrong in [("rules/rule.h", 0), ("base/result.h", 0), ("program/program.h", 1)]:
            cli["analyzer/cli/app.cpp"] = f'#include "{included}"\n'
            self.assertEqual(len(failures(architecture.check_layering, cli)), wrong, included)
        cli["rules/group/a.cpp"] = '#include "cli/app.h"\n'
        self.assertTrue([failure for failure in failures(architecture.check_layering, cli) if "'rules'" in failure.what])

    def test_sarif_knows_nothing_of_forklint(self):
        self.assertTrue(self.includes("sarif/a.cpp", "base/result.h"))
        self.assertFalse(self.includes("sarif/a.cpp", "sarif/model.h"))

    def test_rooms_are_declared_in_the_order_of_the_data(self):
        upwards = {"analyzer/CMakeLists.txt": "forklint_room(base USES source)\nforklint_room(source)\n"}
        self.assertTrue(failures(architecture.check_declared, upwards))
        self.assertTrue(failures(architecture.check_declared, {"analyzer/cellar/a.cpp": ""}))
        self.assertFalse(failures(architecture.check_declared, {"analyzer/base/a.cpp": ""}))

    def test_the_parsers_headers_stay_in_their_rooms(self):
        def check(path, included):
            return failures(architecture.check_front_ends, {path: f"#include <{included}>\n"})

        self.assertFalse(check("analyzer/python/a.cpp", "tree_sitter/api.h"))
        self.assertTrue(check("analyzer/program/a.cpp", "tree_sitter/api.h"))
        self.assertFalse(check("analyzer/native/a.cpp", "clang/AST/Decl.h"))
        self.assertTrue(check("rules/native/a.cpp", "llvm/ADT/StringRef.h"))

    def test_nothing_is_called_like_the_library(self):
        self.assertTrue(failures(architecture.check_names, {"analyzer/clang/a.cpp": ""}))
        self.assertTrue(failures(architecture.check_names, {"analyzer/base/a.h": "namespace forklint::llvm {\n"}))
        self.assertFalse(failures(architecture.check_names, {"analyzer/base/a.h": "namespace forklint::native {\n"}))


class Size(unittest.TestCase):
    def test_files(self):
        self.assertFalse(failures(architecture.check_file_length, {"analyzer/base/a.cpp": "\n" * 600}))
        self.assertTrue(failures(architecture.check_file_length, {"analyzer/base/a.cpp": "\n" * 601}))

    def cxx(self, text):
        return failures(architecture.check_function_length, {"analyzer/base/a.cpp": text})

    def test_long_functions(self):
        (failure,) = self.cxx("namespace x {\n\nint f(int a) const {\n" + "  g();\n" * 60 + "}\n}\n")
        self.assertEqual(failure.line, 3)
        self.assertIn("62 lines", failure.what)

    def test_a_function_that_fits(self):
        self.assertFalse(self.cxx("int f(int a) {\n" + "  g();\n" * 58 + "}\n"))

    def test_labels_of_a_switch_do_not_count(self):
        cases = "".join(f"    case Kind::k{number}:\n      return g();\n" for number in range(50))
        self.assertFalse(self.cxx("int f(Kind kind) {\n  switch (kind) {\n" + cases + "  }\n}\n"))

    def test_lambdas_count_as_part_of_their_function(self):
        self.assertEqual(len(self.cxx("int f() {\n  auto g = [](int a) {\n" + "  g();\n" * 60 + "  };\n}\n")), 1)

    def test_types_namespaces_and_tables_may_be_long(self):
        body = "  int a;\n" * 70
        self.assertFalse(self.cxx(f"struct S {{\n{body}}};\n"))
        self.assertFalse(self.cxx(f"namespace s {{\n{body}}}\n"))
        self.assertFalse(self.cxx("constexpr int kTable[] = {\n" + "  1,\n" * 70 + "};\n"))

    def test_braces_in_text_are_no_code(self):
        self.assertFalse(self.cxx('int f() {\n  return g("{", \'{\', R"({)");  // {\n}\n' + "int x;\n" * 70))

    def test_python(self):
        long = {"tools/a.py": "def f():\n" + "    g()\n" * 60}
        self.assertTrue(failures(architecture.check_function_length, long))


class Words(unittest.TestCase):
    def words(self, text, path="analyzer/base/a.cpp"):
        return failures(architecture.check_words, {path: text})

    def test_paths_of_a_machine(self):
        self.assertTrue(self.words('read("/ro' + 'ot/x")'))
        self.assertFalse(self.words('read("src/work/x")'))

    def test_registry_hosts(self):
        self.assertTrue(self.words("https://registry.npm" + "js.org/x", "third_party/README.md"))

    def test_unfinished_work(self):
        self.assertTrue(self.words("// TO" + "DO: later"))

    def test_what_tests_feed_in_may_say_anything(self):
        self.assertFalse(self.words("# TO" + "DO: later", "tests/golden/a.py"))


class Folders(unittest.TestCase):
    def check(self, files):
        return failures(architecture.check_folder_documentation, files)

    def test_a_room_has_a_page(self):
        self.assertTrue(self.check({"analyzer/base/a.h": "// Purpose.\n"}))
        self.assertFalse(self.check({"analyzer/base/a.h": "", "analyzer/base/README.md": "# base\n"}))

    def test_the_page_of_a_room_names_its_files(self):
        def check(page, *files):
            room = {f"analyzer/base/{file}": "" for file in files}
            found = failures(architecture.check_file_lists, {"analyzer/base/README.md": page, **room})
            self.assertEqual({failure.path for failure in found}, {"analyzer/base/README.md"} if found else set())
            return [failure.what for failure in found]

        self.assertEqual(check("| file | job |\n| --- | --- |\n| `path`, `text` | words |", "text.cpp", "path.h"), [])
        self.assertEqual(check("Begin with `text.h`.", "text.h"), [])
        self.assertEqual(check("| `disk_*` | files |", "disk_write.cpp"), [])
        self.assertEqual(check("| `path` | not the text |", "path.cpp", "text.cpp"), ["says nothing of text"])
        self.assertEqual(check("| file |\n| `inner/` |", "inner/one.cpp"), [])
        self.assertEqual(check("Not in `inner/`.", "inner/one.cpp"), ["says nothing of inner/one"])
        self.assertEqual(check("| `inner/one` | not the other |", "inner/one.h", "inner/two.h"), ["says nothing of inner/two"])
        self.assertEqual(check("", "inner/README.md", "inner/one.cpp"), [])
        self.assertEqual(check("| a | files |\n| `b` | `path`, `gone` |", "path.cpp"), ["names gone, which is not there"])
        self.assertEqual(check("| file |\n| `path` |\n\n| field |\n| `other` |", "path.cpp"), [])
        self.assertEqual(check("What `std::path` is", "path.cpp"), ["says nothing of path"])

    def test_other_folders_may_say_it_in_their_files(self):
        self.assertFalse(self.check({"tools/a.py": '"""Purpose."""\n'}))
        self.assertTrue(self.check({"tools/a.py": "import os\n"}))


if __name__ == "__main__":
    unittest.main()
