"""Random changes to what stands around the dispatches: register, ledger, pages, settings, theme."""

from __future__ import annotations

import random
import re
import shutil
from datetime import date as Day
from pathlib import Path

from congvan import build
from congvan.settings import Settings

KNOWN = """- citation: "Nghị định số {number}/2020/NĐ-CP ngày 08/4/2020 của Chính phủ"
  title: "{title}"
"""
STRAY = "dispatches/khong-doc-duoc.md"
FOOTER = "<footer>Chân trang {number}</footer>\n"


def rename_agency(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """An agency of the province goes by another name."""
    register = archive.dispatches / "agencies.yml"
    text = register.read_text("utf-8")
    names = sorted(set(re.findall(r'^    name: "(.*?)"$', text, flags=re.MULTILINE)))
    old = chance.choice(names)
    new = f"{old.rstrip('0123456789 ')} {chance.randint(1, 99)}"
    register.write_text(text.replace(f'name: "{old}"', f'name: "{new}"'), "utf-8")
    return f"rename {old}"


def reconfigure(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """The site gets another name, which every page prints."""
    file = archive.root / "mkdocs.yml"
    name = f"site_name: Kho số {chance.randint(1, 99)}"
    file.write_text(
        re.sub(r"^site_name: .*$", name, file.read_text("utf-8"), flags=re.MULTILINE), "utf-8"
    )
    return name


def rewrite_page(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A page written by hand says something else."""
    page = archive.docs / "gioi-thieu.md"
    page.write_text(f"{page.read_text('utf-8')}\nThêm {chance.randint(1, 99)}.\n", "utf-8")
    return "rewrite gioi-thieu.md"


def know(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """An entry of `known.yml` comes or goes."""
    file = archive.dispatches / "known.yml"
    entries = re.split(r"(?m)^(?=- )", file.read_text("utf-8"))
    if chance.random() < 0.5:  # an entry of what some cite, or of what nobody does
        number = chance.choice((45, 30, chance.randint(200, 300)))
        entries.append(KNOWN.format(number=number, title=f"việc {chance.randint(1, 99)}"))
    else:
        entries.remove(chance.choice(entries))
    file.write_text("".join(entries), "utf-8")
    return f"know {len(entries)}"


def publish(archive: Settings, chance: random.Random, aside: Path) -> str | None:
    """The site is published: every address is in the ledger from then on."""
    day = Day(2026, 1, chance.randint(1, 28))
    result = build.publish_to(archive, aside.with_name("www"), day)
    return f"publish {result.added}"


def give_up(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """Somebody strikes a row out of the ledger."""
    rows = archive.ledger.read_text("utf-8").splitlines(keepends=True)
    if len(rows) < 2:
        return None
    rows.remove(chance.choice(rows[1:]))
    archive.ledger.write_text("".join(rows), "utf-8")
    return "give up an address"


def promise(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """The ledger names an address that nobody answers at: an error."""
    with archive.ledger.open("a", encoding="utf-8") as ledger:
        ledger.write(f"zzzzzzzz,van-ban/x/{chance.randint(1900, 2000)}/y/,2020-01-01\n")
    return "promise an address"


def rewrite_theme(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """The archive gets a template of its own, or another one."""
    settings = archive.root / "mkdocs.yml"
    text = settings.read_text("utf-8")
    if "custom_dir" not in text:
        settings.write_text(text.replace("theme:\n", "theme:\n  custom_dir: giao-dien\n"), "utf-8")
    footer = archive.root / "giao-dien/partials/footer.html"
    footer.parent.mkdir(parents=True, exist_ok=True)
    footer.write_text(FOOTER.format(number=chance.randint(1, 99)), "utf-8")
    return "rewrite the footer"


def lead_on(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A page written by hand leads to a page that the build makes."""
    pages = sorted(p for p in archive.docs.glob("van-ban/*/*/*/index.md"))
    if not pages:
        return None
    page = archive.docs / f"tin-{chance.randint(1, 3)}.md"
    target = chance.choice(pages).relative_to(archive.docs).as_posix()
    page.write_text(f"# Tin\n\n[Văn bản]({target})\n", "utf-8")
    return f"lead from {page.name} to {target}"


def forget_page(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """A page written by hand is deleted."""
    pages = sorted(archive.docs.glob("tin-*.md"))
    if not pages:
        return None
    page = chance.choice(pages)
    page.unlink()
    return f"forget {page.name}"


def spoil(archive: Settings, _: random.Random, __: Path) -> str | None:
    """A file that nobody can read stands among the dispatches: an error."""
    (archive.root / STRAY).write_text("không có phần khai báo\n", "utf-8")
    return "spoil"


def forget(archive: Settings, chance: random.Random, _: Path) -> str | None:
    """The cache is deleted, or what was built is, as a fresh checkout leaves it."""
    gone = archive.cache if chance.random() < 0.5 else archive.site
    shutil.rmtree(gone, ignore_errors=True)
    return f"forget {gone.name}"
