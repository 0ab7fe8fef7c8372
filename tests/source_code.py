"""The repository's own source, as the tests of the house read it."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "scripts" / "congvan"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def python_files(*folders: str) -> tuple[Path, ...]:
    """Every Python file below the folders, in order."""
    return tuple(sorted(file for folder in folders for file in (ROOT / folder).rglob("*.py")))


@cache
def tree(file: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(file.read_text(encoding="utf-8"))


def functions(module: ast.AST) -> Iterator[Function]:
    """Every function and method, nested ones included."""
    return (node for node in ast.walk(module) if isinstance(node, Function))


def length(node: Function) -> int:
    """Lines of a function, its docstring and decorators left out."""
    first = node.body[0]
    docstring = 0
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        docstring = (first.end_lineno or 0) - first.lineno + 1
    return (node.end_lineno or 0) - node.lineno + 1 - docstring


def lines(file: Path) -> int:
    """Lines of a file."""
    return len(file.read_text(encoding="utf-8").splitlines())


def tracked_files() -> Iterator[Path]:
    """Every file git keeps or would keep; every file of the folder where it is no clone."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT, capture_output=True, check=False,
    )  # fmt: skip
    names = listing.stdout.decode().split("\0") if listing.returncode == 0 else []
    return (ROOT / name for name in names if name and (ROOT / name).is_file())


def sizes() -> str:
    """One line on how long modules and functions of the package are."""
    files = [file for file in python_files("scripts") if lines(file) > 1]
    long = [lines(file) for file in files]
    short = [length(function) for file in files for function in functions(tree(file))]
    return (
        f"{len(long)} modules, median {median(long):.0f} lines, longest {max(long)}; "
        f"{len(short)} functions, median {median(short):.0f} lines, longest {max(short)}"
    )
