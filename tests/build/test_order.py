"""The corridor on archives of a test's own."""

from __future__ import annotations

import gzip
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from congvan import build
from congvan.settings import Settings

PLAN = """---
id: abcd2345
type: ke-hoach
number: "28"
symbol: KH/TU
issuer: tinh-uy-dak-lak
date: "2021-05-19"
subject: đẩy mạnh công tác tuyên truyền
published: "2026-11-22"
approved_by: Văn phòng Tỉnh ủy
consent: Công văn đồng ý của Văn phòng Tỉnh ủy
---

I. Mục đích, yêu cầu

Tuyên truyền sâu rộng./.
"""
KNOWN = """- citation: Kế hoạch số 375-KH/TU ngày 31/12/2024 của Tỉnh ủy Hưng Yên
  title: tuyên truyền đại hội Đảng bộ các cấp
"""
SEED = "ubnd-dak-lak/2021/ks-ubnd-kgvx-k7d2m9qa"


@pytest.fixture(name="archive")
def _archive(root: Path, tmp_path: Path) -> Settings:
    """A copy of the repository's own archive, without anything built or published before."""
    for name in ("dispatches", "docs"):
        shutil.copytree(
            root / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns("van-ban", "dev", "addresses.csv"),
        )
    shutil.copy(root / "mkdocs.yml", tmp_path)
    theme = "scripts/congvan/theme"
    shutil.copytree(root / theme, tmp_path / theme)
    return Settings(tmp_path)


def change(archive: Settings, old: str, new: str) -> None:
    """Replaces words in the first seed's file."""
    file = archive.dispatches / f"{SEED}.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def codes(result: build.Result) -> set[str]:
    """The codes of a result's findings."""
    return {finding.code for finding in result.findings}


def snapshot(archive: Settings) -> dict[str, bytes]:
    """Every file of the archive with its bytes, but for what builds remember."""
    files = (path for path in archive.root.rglob("*") if path.is_file())
    named = {path.relative_to(archive.root).as_posix(): path for path in files}
    return {n: path.read_bytes() for n, path in named.items() if not n.startswith(".cache/")}


def words_of(path: Path) -> str:
    """What a file says; a file of the search index is unpacked first."""
    content = path.read_bytes()
    packed = content.startswith(b"\x1f\x8b")
    return (gzip.decompress(content) if packed else content).decode("utf-8", "ignore")


def test_two_seeds_make_two_held_documents_and_two_stubs(archive: Settings) -> None:
    """Each of the first holdings meets the plan that it carries out."""
    result = build.gather(archive)
    assert (result.held, result.stubs, result.errors) == (2, 2, 0)


def test_a_build_with_an_error_writes_nothing(archive: Settings) -> None:
    """Not a page, not an index, not a folder."""
    change(archive, "issuer: ubnd-dak-lak", "issuer: ubnd-dak-lac")
    before = snapshot(archive)
    result = build.build(archive, with_staff=True)
    assert result.site is None
    assert "unknown-agency" in codes(result)
    assert snapshot(archive) == before


def test_a_failed_build_leaves_the_old_site(archive: Settings) -> None:
    """Readers keep what they have until a whole new site stands."""
    assert build.build(archive).site
    before = {k: v for k, v in snapshot(archive).items() if k.startswith("site/")}
    change(archive, 'date: "2021-05"', 'date: "2021-02-30"')
    assert build.build(archive).site is None
    assert {k: v for k, v in snapshot(archive).items() if k.startswith("site/")} == before


def test_a_site_built_twice_is_the_same_byte_for_byte(archive: Settings) -> None:
    """No built byte depends on the day, the clock or the order of a folder."""
    build.build(archive)
    first = snapshot(archive)
    build.build(archive, full=True)
    assert snapshot(archive) == first


@pytest.mark.parametrize("key", ["access: internal", "status: withdrawn"])
def test_what_must_not_be_published_is_nowhere_in_the_site(archive: Settings, key: str) -> None:
    """Internal and withdrawn papers reach no page, index, feed or dump; nor does what only they
    cite."""
    name = key.split(":", maxsplit=1)[0]
    change(archive, {"access": "access: public", "status": "status: issued"}[name], key)
    if name == "access":
        change(archive, 'published: "2026-11-22"', 'published: ""')
        change(archive, 'approved_by: "Nhóm biên tập congvan"', 'approved_by: ""')
    result = build.build(archive)
    assert result.site, codes(result)
    secret = ("Nguyễn Tuấn Hà", "chặn lọc", "chan loc", "tinh-uy-dak-lak", "19/5/2021")
    by_hand = ("huong-dan", "quy-uoc-dia-chi", "luoc-do")  # their examples name the first seed
    files = (path for path in archive.site.rglob("*") if path.is_file())
    for path in (path for path in files if not set(path.parts) & set(by_hand)):
        text = words_of(path)
        assert not [word for word in secret if word in text], path
    kept = archive.site / f"van-ban/{SEED}/index.html"
    assert kept.exists() is (name == "status")


def test_a_published_address_that_would_be_lost_fails_the_build(archive: Settings) -> None:
    """An address works for ever: a page, a redirect or a tombstone must answer."""
    target = archive.root / "www"
    assert build.publish_to(archive, target, date(2026, 11, 22)).site
    shutil.rmtree(archive.dispatches / SEED)
    (archive.dispatches / f"{SEED}.md").unlink()
    result = build.build(archive)
    assert result.site is None
    assert "address-lost" in codes(result)


def test_a_document_that_gets_its_number_is_reached_from_its_old_address(archive: Settings) -> None:
    """The page moves; the published address leads to it, and so does the permanent one."""
    build.publish_to(archive, archive.root / "www", date(2026, 11, 22))
    change(archive, "symbol: UBND-KGVX", 'number: "4012"\nsymbol: UBND-KGVX')
    result = build.build(archive)
    assert result.site, result.findings
    old = (archive.site / f"van-ban/{SEED}/index.html").read_text(encoding="utf-8")
    assert "4012-ubnd-kgvx" in old
    assert (archive.site / "van-ban/ubnd-dak-lak/2021/4012-ubnd-kgvx/index.html").exists()


def test_publishing_twice_adds_no_address_twice(archive: Settings) -> None:
    """The ledger holds each address once, from the day it was first published."""
    first = build.publish_to(archive, archive.root / "www", date(2026, 11, 22))
    ledger = archive.ledger.read_bytes()
    second = build.publish_to(archive, archive.root / "www", date(2027, 1, 1))
    assert (first.site, second.added) == (archive.site, 0)
    assert archive.ledger.read_bytes() == ledger


def test_a_warning_stops_a_strict_build(archive: Settings) -> None:
    """With `strict` a clerk must settle every doubt first."""
    change(archive, "1\\. Đề nghị", "1\\. <b>Đề</b> nghị")
    assert build.build(archive, strict=True).site is None
    assert not (archive.root / "site").exists()


def test_the_data_names_every_public_document(archive: Settings) -> None:
    """One line a document, held or known, in the file of its year."""
    build.build(archive)
    index = json.loads((archive.site / "du-lieu/index.json").read_text(encoding="utf-8"))
    text = json.dumps(index)
    rows = [
        json.loads(line)
        for file in sorted(archive.site.glob("du-lieu/*.jsonl"))
        for line in file.read_text(encoding="utf-8").splitlines()
        if file.name in text
    ]
    assert sorted((row["held"], len(row["tasks"])) for row in rows) == [
        (False, 0), (False, 0), (True, 6), (True, 9),
    ]  # fmt: skip


def test_addresses_outlive_the_number_the_withdrawal_and_the_arrival_of_a_plan(
    archive: Settings,
) -> None:
    """Whatever becomes of a document, each address published before still answers."""
    build.publish_to(archive, archive.root / "www", date(2026, 11, 22))
    hung_yen = archive.dispatches / "ubnd-hung-yen/2025/ks-ubnd-kgvx-m4hp6ztw.md"
    text = hung_yen.read_text(encoding="utf-8")
    hung_yen.write_text(text.replace("status: issued", "status: withdrawn"), encoding="utf-8")
    plan = archive.dispatches / "tinh-uy-dak-lak/2021/28-kh-tu.md"
    plan.parent.mkdir(parents=True)
    plan.write_text(PLAN, encoding="utf-8")
    (archive.dispatches / "known.yml").write_text(KNOWN, encoding="utf-8")
    result = build.build(archive)
    assert result.site, [f for f in result.findings if f.code == "address-lost"]
    assert (archive.site / "van-ban/tinh-uy-dak-lak/2021/28-kh-tu/index.html").exists()


@pytest.mark.parametrize("name", ["dispatches", "dispatches/www", "docs", ".", "..", "ours"])
def test_publishing_never_replaces_what_is_no_site(archive: Settings, name: str) -> None:
    """A slip of the folder must not cost the sources, nor anybody's other files."""
    (archive.root / "ours").mkdir()
    (archive.root / "ours/thu.txt").write_text("của tôi", encoding="utf-8")
    before = snapshot(archive)
    with pytest.raises(build.NotASite):
        build.publish_to(archive, archive.root / name, date(2026, 11, 22))
    assert snapshot(archive) == before
