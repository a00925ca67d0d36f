"""Which lines belong to the same statement: a fork and its finding may stand on different lines of one call."""

import ast
from functools import lru_cache
from pathlib import Path
from typing import Dict, Tuple


@lru_cache(maxsize=None)
def _statements(path: Path) -> Dict[int, Tuple[int, int]]:
    """Line -> first and last line of the innermost statement there; of a compound one only what stands before its body."""
    ranges: Dict[int, Tuple[int, int]] = {}
    tree = ast.parse(path.read_bytes())
    for node in ast.walk(tree):
        if isinstance(node, ast.stmt):
            decorators = getattr(node, "decorator_list", [])
            first = min([node.lineno, *(each.lineno for each in decorators)])
            body = getattr(node, "body", None) or getattr(node, "cases", None)
            last = node.end_lineno if not body else max(first, _first_line(body[0]) - 1)
            for line in range(first, last + 1):
                ranges[line] = (first, last)
    return ranges


def _first_line(node: ast.AST) -> int:
    return node.pattern.lineno if isinstance(node, ast.match_case) else node.lineno


def same_statement(path: Path, one: int, other: int) -> bool:
    if one == other:
        return True
    first, last = _statements(path).get(one, (one, one))
    return first <= other <= last
