from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from congvan import publish, read, recognise, render, resolve
from congvan.language import register as registers
from congvan.model.output import Output
from congvan.search import public
from source_code import ROOT, tracked_files

DATA = ROOT / "docs" / "du-lieu.md"


@cache
def outputs() -> tuple[Output, ...]:
    """Every file that the build of this archive makes beside MkDocs' own."""
    register = registers.load(read.register_file(ROOT)[0])
    sources = read.read_sources(ROOT, register)
    publishable = read.separate(sources)
    recognised = [recognise.recognise(d, register) for d in publishable.dispatches]
    holdings = resolve.resolve(recognised, publishable.withdrawn, (), sources.ledger, register)
    archive = resolve.archive_of(holdings, register)
    made = render.render(archive, publish.site(ROOT), {"front-matter": read.schema.as_bytes()})
    return (*made, *public.build(archive))


def test_generated_pages_stay_out_of_git() -> None:
    """No generated page of the site would be added to git."""
    paths = [f"docs/{output.path}" for output in outputs() if output.root == "docs"]
    listing = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin", "-z"],
        cwd=ROOT, input="\0".join(paths).encode(), capture_output=True, check=False,
    )  # fmt: skip
    if listing.returncode == 128:
        pytest.skip("this folder is no clone")
    assert set(paths) - set(listing.stdout.decode().split("\0")) == set()


def test_columns_of_the_data_are_documented() -> None:
    """Every column of the published data, nested ones too, is explained on the page about it."""
    page = DATA.read_text(encoding="utf-8")
    contents = [
        content
        for output in outputs()
        if (wanted := re.fullmatch(r"du-lieu/\d+\.jsonl|van-ban/.+/index\.json", output.path))
        for content in output.content.decode().split("\n" if ".jsonl" in wanted[0] else "\0")
    ]
    assert contents
    columns = {column for content in contents if content for column in names(json.loads(content))}
    assert {column for column in columns if f"`{column}`" not in page} == set()


def test_build_script_explains_what_is_missing() -> None:
    """Without its dependencies the script says in Vietnamese what to do, and shows no traceback."""
    ran = subprocess.run(
        [sys.executable, "-S", "scripts/build.py"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, env={"PYTHONUTF8": "1"},
    )  # fmt: skip
    assert ran.returncode == 1
    assert "make site" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_scripts_can_be_run() -> None:
    """What a person starts by its name may be started."""
    for script in (".ci/run", "scripts/build.py", "scripts/check", "scripts/setup"):
        assert (ROOT / script).stat().st_mode & 0o100, script


def test_files_stay_small() -> None:
    """No file of the repository is heavier than what a page would carry."""
    heavy = {
        f"{file.relative_to(ROOT)}" for file in tracked_files() if file.stat().st_size > 300_000
    }
    assert heavy == set()


def names(value: Any) -> Iterator[str]:
    """Every key of a JSON value, nested ones included."""
    if isinstance(value, dict):
        yield from value
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in inner:
        yield from names(part)
