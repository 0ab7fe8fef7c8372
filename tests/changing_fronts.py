"""Random changes to the front matter of dispatches, and to the files beside them."""

from __future__ import annotations

import hashlib
import random
import re
import shutil
from pathlib import Path

from congvan.settings import Settings

_ID = re.compile(r"^id: (\w+)$", re.MULTILINE)
_APPROVAL = re.compile(r"^published: .*\napproved_by: .*\n", re.MULTILINE)
APPROVAL = 'published: "2026-01-02"\napproved_by: "Văn phòng"\n'
KINDS = ("implements", "cites", "replaces", "amends", "answers")


def dispatches(archive: Settings) -> list[Path]:
    """Every dispatch file."""
    return sorted(archive.dispatches.glob("*/*/*.md"))


def id_of(file: Path) -> str:
    """The id of a dispatch."""
    found = _ID.search(file.read_text("utf-8"))
    assert found
    return found[1]


def state(file: Path, key: str, value: str) -> None:
    """Gives a key of the front matter, which stands on one line, another value."""
    text = file.read_text("utf-8")
    _, front, body = text.split("---\n", 2)
    front = re.sub(rf"^{key}:.*\n", "", front, flags=re.MULTILINE)
    said = f"{key}: {value}\n" if value else ""
    file.write_text(f"---\n{front}{said}---\n{body}", "utf-8")


def _someone(archive: Settings, chance: random.Random) -> str:
    """An id that a clerk may write: of a dispatch public, hidden or withdrawn, of a document that
    is only cited, or of nothing."""
    ids = [id_of(file) for file in dispatches(archive)]
    stubs = {p.name for p in archive.site.glob("id/*") if p.is_dir()}
    drawn = chance.random()
    if drawn < 0.1:
        return "zzzzzzz9"
    return chance.choice(sorted(stubs - set(ids)) or ids) if drawn < 0.4 else chance.choice(ids)


def implement(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A clerk says which document a dispatch carries out, or takes it back."""
    file, parent = chance.choice(dispatches(archive)), _someone(archive, chance)
    if parent == id_of(file):
        return None
    state(file, "implements", chance.choice((f"[{parent}]", f"[{parent}]", "[]", "")))
    return f"implement {file.name} {parent}"


def relate(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A clerk states a relation by id, or takes it back."""
    file, other = chance.choice(dispatches(archive)), _someone(archive, chance)
    said = f'[{{kind: {chance.choice(KINDS)}, document: "{other}"}}]'
    state(file, "relations", chance.choice((said, said, "")))
    return f"relate {file.name} {other}"


def link(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A clerk says what a phrase means."""
    file, other = chance.choice(dispatches(archive)), _someone(archive, chance)
    words = file.read_text("utf-8").split("---\n", 2)[2].split("\n\n")[-1].split()[:3]
    quote = " ".join(words).replace('"', "")
    state(file, "links", f'[{{quote: "{quote}", target: "{other}"}}]')
    return f"link {file.name} {other}"


def alias(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """An old address leads to a dispatch, or to another one."""
    file = chance.choice(dispatches(archive))
    address = f"van-ban/cu/{chance.randint(1, 4)}"
    state(file, "aliases", chance.choice((f'["{address}"]', "")))
    return f"alias {file.name} {address}"


def reissue(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch is issued again under the number that it has."""
    file = chance.choice(dispatches(archive))
    path = file.with_name(f"{file.stem}-{chance.randint(1, 9)}.md")
    if path.exists() or file.stem.startswith("ks-"):
        return None
    shutil.copytree(file.with_suffix(""), path.with_suffix(""))
    shutil.copy(file, path)
    state(path, "id", "".join(chance.choices("abcdefghijkmnpqrstuvwxyz", k=8)))
    state(path, "aliases", "")
    state(path, "key_note", '"Ban hành lại"')
    return f"reissue {file.name} as {path.name}"


def approve(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch awaits approval, or gets it."""
    file = chance.choice(dispatches(archive))
    text = file.read_text("utf-8")
    waits = "\npublished:" not in text
    if waits:
        text = text.replace("\naccess: ", f"\n{APPROVAL}access: ", 1)
    else:
        text = _APPROVAL.sub("", text, count=1)
    file.write_text(text, "utf-8")
    return f"{'approve' if waits else 'hold back'} {file.name}"


def approve_all(archive: Settings, _: random.Random, __: Path) -> str | None:
    """Everything that waits is approved."""
    waiting = [f for f in dispatches(archive) if "\npublished:" not in f.read_text("utf-8")]
    for file in waiting:
        text = file.read_text("utf-8").replace("access: internal", "access: public")
        file.write_text(text.replace("\naccess: ", f"\n{APPROVAL}access: ", 1), "utf-8")
    return f"approve {len(waiting)}" if waiting else None


def hide(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A dispatch is for the house alone, or for everybody."""
    file = chance.choice(dispatches(archive))
    text = file.read_text("utf-8")
    if "access: internal" in text:
        text = text.replace("access: internal", f"{APPROVAL}access: public", 1)
    else:
        text = _APPROVAL.sub("", text, count=1).replace("access: public", "access: internal", 1)
    file.write_text(text, "utf-8")
    return f"hide {file.name}"


def attach(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A file is attached, or replaced; with its hash, or without."""
    file = chance.choice(dispatches(archive)[:5])  # the same ones often, so that they are replaced
    content = f"%PDF {chance.randint(1, 99)}".encode()
    (file.with_suffix("") / "phu-luc.pdf").write_bytes(content)
    sha = f", sha256: {hashlib.sha256(content).hexdigest()}" if chance.random() < 0.5 else ""
    state(file, "attachments", f'[{{file: phu-luc.pdf, title: "Phụ lục"{sha}}}]')
    return f"attach to {file.name}"


def picture(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A picture of a page is put beside a dispatch, or another in its place."""
    file = chance.choice(dispatches(archive)[:5])
    name = f"goc-trang-00{chance.randint(1, 2)}.jpg"
    (file.with_suffix("") / name).write_bytes(f"JPEG {chance.randint(1, 99)}".encode())
    return f"picture of {file.name}"
