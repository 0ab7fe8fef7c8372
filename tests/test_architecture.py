from __future__ import annotations

import ast
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from source_code import (
    PACKAGE,
    ROOT,
    Function,
    functions,
    length,
    lines,
    python_files,
    tracked_files,
    tree,
)

MODULE_LINES = 300
MODULE_MEDIAN = 150
FUNCTION_LINES = 40
FUNCTION_MEDIAN = 10
DRAWERS = {"utils", "util", "helpers", "helper", "common", "misc", "tools", "shared"}

# Names of one machine or one registry: they mean nothing to the next reader. Each pattern is
# written so that it does not find itself.
FOREIGN = {
    "a folder of one machine": r"(?<![\w.])/(?:wor[k]|roo[t]|op[t]|hom[e]/\w+|tm[p]/\w+)/",
    "an address of a package registry": r"pyp[i]\.org|pythonhoste[d]|npmj[s]|deb\.debia[n]\.org",
    "a number of a plan": r"(?i)\b(?:issu[e]|ticke[t]) #?\d",
    "a Python installer of one machine": r"\.pyen[v]\b",
}

# The package's modules whose string literals may hold Vietnamese letters, each with its reason.
CODES = "the letters of document codes are grammar: the nouns parse them with no file to read"
MAY_HOLD_LETTERS = {
    "scripts/congvan/language/collation.py": "the alphabet",
    "scripts/congvan/model/agency.py": "the two level words of the law, part of every full name",
    "scripts/congvan/model/symbol_letters.py": CODES,
    "scripts/congvan/model/symbol_parts.py": CODES,
    "scripts/congvan/model/symbol_pattern.py": CODES,
}

PYTHON = python_files("scripts", "tests")
OURS = python_files("scripts")


def name(file: Path) -> str:
    """The path of a file as messages show it."""
    return file.relative_to(ROOT).as_posix()


def test_module_length() -> None:
    """Every module can still be scrolled through."""
    assert {name(file): lines(file) for file in PYTHON if lines(file) > MODULE_LINES} == {}


def test_function_length() -> None:
    """Every function fits on a screen."""
    every = {f"{name(file)}:{f.lineno} {f.name}": length(f) for file, f in written_functions()}
    assert {where: n for where, n in every.items() if n > FUNCTION_LINES} == {}


def test_medians() -> None:
    """Most modules and functions are short."""
    assert median(lines(file) for file in OURS if lines(file) > 1) <= MODULE_MEDIAN
    assert median(length(function) for _, function in written_functions()) <= FUNCTION_MEDIAN


def test_no_drawers() -> None:
    """No module or package is a drawer for odds and ends."""
    parts = {part for file in OURS for part in file.relative_to(ROOT).with_suffix("").parts}
    assert parts & DRAWERS == set()


def test_imports_stand_at_the_top() -> None:
    """No function imports; a circle is mended, not dodged."""
    inside = [
        f"{name(file)}:{node.lineno}"
        for file, function in written_functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    assert inside == []


def test_words_are_on_the_shelves() -> None:
    """Vietnamese words stand in data, templates and wording files, never in Python strings."""
    held = [
        f"{name(file)}:{line}: {word}"
        for file in PACKAGE.rglob("*.py")
        if name(file) not in MAY_HOLD_LETTERS
        for line, text in literals(tree(file))
        for word in words(text)
    ]
    assert held == []


def test_exceptions_are_used() -> None:
    """A module excepted from the rule about words needs to be."""
    needed = {
        name(file)
        for file in PACKAGE.rglob("*.py")
        if any(words(text) for _, text in literals(tree(file)))
    }
    assert set(MAY_HOLD_LETTERS) <= needed


def test_linter_exceptions_carry_reasons() -> None:
    """Whoever silences a tool says why, after the code."""
    silenced = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)\b(?P<rest>.*)")
    reasoned = re.compile(r"(?::\s*[A-Z0-9, ]+|\[[\w, -]+\])\W+[a-z“\"`A-Z].{5,}")
    bare = [
        f"{name(file)}:{number}: {line.strip()}"
        for file in PYTHON
        for number, line in enumerate(text_lines(file), 1)
        if (found := silenced.search(line)) and not reasoned.match(found["rest"])
    ]
    assert bare == []


def test_each_test_says_its_truth() -> None:
    """Every test's docstring states what holds."""
    silent = [
        f"{name(file)}:{function.name}"
        for file in python_files("tests")
        for function in functions(tree(file))
        if function.name.startswith("test_") and not ast.get_docstring(function)
    ]
    assert silent == []


def test_nothing_foreign() -> None:
    """No tracked file names a machine, a workplace or the address of a registry."""
    found = [
        f"{name(file)}:{number}: {what}: {line.strip()[:80]}"
        for file in tracked_files()
        for number, line in enumerate(text_lines(file), 1)
        for what, pattern in FOREIGN.items()
        if re.search(pattern, line)
    ]
    assert found == []


def written_functions() -> Iterator[tuple[Path, Function]]:
    """Every function of the program with its file."""
    return ((file, function) for file in OURS for function in functions(tree(file)))


def text_lines(file: Path) -> list[str]:
    """The lines of a file; none of a picture or a font."""
    content = file.read_bytes()
    return [] if b"\0" in content else content.decode("utf-8", "replace").splitlines()


def literals(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Every string of the code that is no docstring or note beneath an attribute, by line."""
    notes = {id(node.value) for node in ast.walk(module) if isinstance(node, ast.Expr)}
    for node in ast.walk(module):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in notes:
            yield node.lineno, node.value


def words(text: str) -> set[str]:
    """The Vietnamese words in a string; single letters and character classes are grammar."""
    grammar_out = re.sub(r"\[[^\]]*\]|#.*", " ", unicodedata.normalize("NFC", text))
    runs = re.findall(r"[^\W\d_]{2,}", grammar_out)
    return {run for run in runs if re.search(r"[a-z]", run, re.IGNORECASE) and not run.isascii()}
