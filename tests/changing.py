"""Random changes to an archive, as clerks, agencies and developers make them."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import changing_around as around
import changing_fronts as fronts
from congvan.language import calendar
from congvan.model.partial_date import PartialDate
from congvan.settings import Settings

Change = Callable[[Settings, random.Random, Path], str | None]
"""Changes something in an archive; says what, or None where there was nothing to change. The path
is a folder in which taken out files wait to be put back."""

WORDS = ("triển khai", "rà soát", "củng cố", "mở rộng", "kiện toàn", "đôn đốc", "tiếp nhận")
WITHDRAWN = 'status: withdrawn\ncorrections:\n  - {date: "2025-01-02", text: "Thu hồi."}\n'


def edit(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch says something else, in its subject where the words stand there too."""
    file = chance.choice(_dispatches(archive))
    old, new = chance.sample(WORDS, 2)
    return _rewrite(file, lambda text: text.replace(old, new), f"edit {file.name}")


def add(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch like another one, under an id and a number of its own."""
    file = chance.choice(_dispatches(archive))
    path = _numbered_path(file, number := str(chance.randint(20_000, 99_999)))
    if path is None or path.exists():
        return None
    shutil.copytree(file.with_suffix(""), path.with_suffix(""))
    shutil.copy(file, path)
    id_ = "".join(chance.choices("abcdefghijkmnpqrstuvwxyz", k=8))
    front = re.sub(r"^id: .*$", f"id: {id_}", path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    path.write_text(front, "utf-8")
    return _renumber(path, _number(file), number, f"add {path.name}")


def renumber(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch gets another number, and with it another address."""
    file = chance.choice(_dispatches(archive))
    path = _numbered_path(file, number := str(chance.randint(20_000, 99_999)))
    if path is None or path.exists():
        return None
    before = _number(file)
    file.with_suffix("").rename(path.with_suffix(""))
    file.rename(path)
    return _renumber(path, before, number, f"renumber {file.name} to {path.name}")


def redate(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch turns out to be of an earlier day of its month."""
    file = chance.choice(_dispatches(archive))
    found = re.search(r'^date: "(\d{4}-\d\d-\d\d)"$', file.read_text("utf-8"), flags=re.MULTILINE)
    if found is None:
        return None
    before = PartialDate.parse(found[1])
    day = before.earliest
    after = PartialDate.of(day.year, day.month, chance.randint(1, day.day))
    said = {calendar.say_official(before): calendar.say_official(after)}
    said[f'date: "{before}"'] = f'date: "{after}"'

    def change(text: str) -> str:
        for old, new in said.items():
            text = text.replace(old, new, 1)
        return text

    return _rewrite(file, change, f"redate {file.name}")


def take_out(archive: Settings, chance: random.Random, aside: Path) -> str | None:
    """A dispatch is deleted, and its addresses are given up with it."""
    file = chance.choice(_dispatches(archive))
    place = aside / file.relative_to(archive.dispatches)
    if place.exists():
        return None
    id_ = re.search(r"^id: (\w+)", file.read_text("utf-8"), flags=re.MULTILINE)
    rows = archive.ledger.read_text("utf-8").splitlines(keepends=True)
    kept = [row for row in rows if not (id_ and row.startswith(f"{id_[1]},"))]
    archive.ledger.write_text("".join(kept), "utf-8")
    _move(file, place)
    return f"take out {file.name}"


def put_back(archive: Settings, chance: random.Random, aside: Path) -> str | None:
    """A deleted dispatch comes back as it was."""
    waiting = sorted(aside.rglob("*.md"))
    if not waiting:
        return None
    file = chance.choice(waiting)
    place = archive.dispatches / file.relative_to(aside)
    if place.exists():
        return None
    _move(file, place)
    return f"put back {file.name}"


def withdraw(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch is withdrawn, or is issued again."""
    file = chance.choice(_dispatches(archive))
    text = file.read_text("utf-8")
    if WITHDRAWN in text:
        file.write_text(text.replace(WITHDRAWN, "status: issued\n"), "utf-8")
    else:
        file.write_text(text.replace("status: issued\n", WITHDRAWN), "utf-8")
    return f"withdraw {file.name}"


EVERY: tuple[tuple[Change, int], ...] = (
    (edit, 6),
    (add, 6),
    (renumber, 4),
    (redate, 3),
    (take_out, 4),
    (put_back, 4),
    (withdraw, 3),
    (fronts.implement, 3),
    (fronts.relate, 3),
    (fronts.link, 2),
    (fronts.alias, 2),
    (fronts.reissue, 2),
    (fronts.approve, 3),
    (fronts.approve_all, 1),
    (fronts.hide, 2),
    (fronts.attach, 2),
    (fronts.picture, 2),
    (around.rename_agency, 1),
    (around.know, 2),
    (around.publish, 1),
    (around.give_up, 1),
    (around.promise, 1),
    (around.reconfigure, 1),
    (around.rewrite_theme, 1),
    (around.rewrite_page, 1),
    (around.lead_on, 1),
    (around.forget_page, 1),
    (around.spoil, 1),
    (around.forget, 1),
)
"""Each change with how often it is made."""


def some(archive: Settings, chance: random.Random, aside: Path) -> list[str]:
    """One to four random changes; what was done."""
    changes, weights = zip(*EVERY, strict=True)
    chosen = chance.choices(changes, weights, k=chance.randint(1, 4))
    return [said for change in chosen if (said := change(archive, chance, aside))]


def _dispatches(archive: Settings) -> list[Path]:
    return sorted(archive.dispatches.glob("*/*/*.md"))


def _move(file: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    file.rename(place)
    file.with_suffix("").rename(place.with_suffix(""))


def _rewrite(file: Path, change: Callable[[str], str], said: str) -> str | None:
    """Changes a dispatch and its text as received alike, and the hash that holds them together."""
    original = file.with_suffix("") / "goc.txt"
    content = change(original.read_text("utf-8")).encode()
    text = change(file.read_text("utf-8"))
    sha = hashlib.sha256(content).hexdigest()
    text = re.sub(r"sha256: [0-9a-f]{64}", f"sha256: {sha}", text, count=1)
    if text == file.read_text("utf-8"):
        return None
    original.write_bytes(content)
    file.write_text(text, "utf-8")
    return said


def _number(file: Path) -> str:
    found = re.search(r'^number: "(\d+)"$', file.read_text("utf-8"), flags=re.MULTILINE)
    return found[1] if found else ""


def _numbered_path(file: Path, number: str) -> Path | None:
    """Where a dispatch stands under another number; None for one without any."""
    before = _number(file)
    name = re.sub(rf"^0*{before.lstrip('0')}-", f"{number}-", file.name)
    return file.with_name(name) if before and name != file.name else None


def _renumber(file: Path, before: str, number: str, said: str) -> str | None:
    def change(text: str) -> str:
        text = text.replace(f'number: "{before}"\n', f'number: "{number}"\n', 1)
        return re.sub(rf"^(Số: ?){before}(?=[/-])", rf"\g<1>{number}", text, flags=re.MULTILINE)

    return _rewrite(file, change, said)
