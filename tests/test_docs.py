from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
import tomllib
from pathlib import Path

import pytest

import congvan.model
from source_code import PACKAGE, ROOT

DEVELOPERS = ROOT / "docs" / "dev"
PAGES = sorted(
    [*ROOT.glob("*.md"), *DEVELOPERS.rglob("*.md")], key=lambda page: page.relative_to(ROOT)
)
GLOSSARY = (DEVELOPERS / "glossary.md").read_text(encoding="utf-8")
ARCHITECTURE = (DEVELOPERS / "architecture.md").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def name(page: Path) -> str:
    """The path of a page as messages show it."""
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link in the repository's own pages leads to a file and a heading that exist."""
    text = re.sub(r"`[^`]*`|^ {4}.*$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"[a-z]+:", target):
            path, _, anchor = target.partition("#")
            found = (page.parent / path).resolve() if path else page
            assert found.exists(), f"{name(page)}: {target}"
            assert not anchor or anchor in headings(found), f"{name(page)}: {target}"


def test_nouns_are_in_the_glossary() -> None:
    """Every noun of the model stands in the glossary."""
    missing = {f"{noun.__module__}:{noun.__name__}" for noun in nouns()} - set(places())
    assert missing == set()


@pytest.mark.parametrize("place", re.findall(r"`(congvan\.[\w.]+:[\w.]+)`", GLOSSARY))
def test_glossary_tells_where_things_are(place: str) -> None:
    """What the glossary names is in the code."""
    module, _, path = place.partition(":")
    found: object = importlib.import_module(module)
    for part in path.split("."):
        # A field without a default is an annotation of its class, not an attribute.
        found = (
            vars(found).get(part, inspect.get_annotations(found).get(part))
            if isinstance(found, type)
            else getattr(found, part)
        )
        assert found is not None, place


def test_nouns_keep_their_names() -> None:
    """The name of a noun is given to nothing else in the code."""
    named = {noun.__name__ for noun in nouns()}
    again = [
        f"{name(file)}: {word}"
        for file in sorted(PACKAGE.rglob("*.py"))
        if file.parent.name != "model"
        for word in re.findall(r"^class (\w+)", file.read_text(encoding="utf-8"), re.MULTILINE)
        if word in named
    ]
    assert again == []


def test_architecture_names_every_room() -> None:
    """Every part of the package has its line in the description of the architecture."""
    parts = {module.name for module in pkgutil.iter_modules([str(PACKAGE)])}
    assert {part for part in parts if f"`congvan.{part}`" not in ARCHITECTURE} == set()


def test_dependencies_are_decided() -> None:
    """Every package the program needs is named in a decision, with the reason."""
    decided = "\n".join(
        page.read_text(encoding="utf-8").lower() for page in (DEVELOPERS / "decisions").glob("*.md")
    )
    needed = [re.split(r"[<>=~\[]", line)[0].strip() for line in PROJECT["dependencies"]]
    assert [package for package in needed if package not in decided] == []


def test_make_explains_itself() -> None:
    """Every target that the Makefile offers says what it does."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    offered = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)[0].split()
    assert [t for t in offered if not re.search(rf"^{t}:.*## \S", makefile, re.MULTILINE)] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_locks_hold_hashes_and_no_addresses(lock: str) -> None:
    """A lock pins every package by version and hash and names no place to fetch it from."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert not re.search(r"^-", text, re.MULTILINE)
    pins = re.split(r"^(?=\S)", text, flags=re.MULTILINE)[1:]
    assert [pin for pin in pins if not re.match(r"\S+==\S+.*\n\s+--hash=sha256:", pin)] == []


def test_locks_know_every_dependency() -> None:
    """Every dependency of the project is pinned, and both locks pin it alike."""
    program, tools = (pinned(lock) for lock in ("requirements.lock", "requirements-dev.lock"))
    needed = {re.split(r"[<>=~\[]", line)[0].strip() for line in PROJECT["dependencies"]}
    assert needed <= set(program)
    assert program.items() <= tools.items()


def pinned(lock: str) -> dict[str, str]:
    """Package names and versions of a lock, markers included."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^(\S+)==(.+?) \\$", text, re.MULTILINE))


def nouns() -> list[type]:
    """Every public class of the model."""
    modules = [
        importlib.import_module(f"congvan.model.{module.name}")
        for module in pkgutil.iter_modules(congvan.model.__path__)
    ]
    return [
        noun
        for module in modules
        for noun in vars(module).values()
        if isinstance(noun, type) and noun.__module__ == module.__name__ and noun.__name__[0] != "_"
    ]


def places() -> list[str]:
    """Everything that the glossary names in the code."""
    return re.findall(r"`(congvan\.[\w.]+:\w+)`", GLOSSARY)


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as code forges make them."""
    found = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}
