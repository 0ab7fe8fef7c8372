from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from congvan import read
from congvan.language import report
from congvan.language.register import Register
from congvan.model.finding import Finding

BROKEN = Path(__file__).parent.parent / "cases" / "broken"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (BROKEN / "expected.yml").read_text("utf-8")
)
BIG = "dispatches/ubnd-dak-lak/2021/50-kh-ubnd.md"
# A hint about every file that has no text as received; the set keeps few of those.
HINTS = {"no-original", "text-differs"}

Said = tuple[str, int, str, str]


@pytest.fixture(scope="module", name="findings")
def _findings(tmp_path_factory: pytest.TempPathFactory, register: Register) -> tuple[Finding, ...]:
    """One run over the set, with a file of 50 MB beside the others."""
    root = tmp_path_factory.mktemp("broken")
    shutil.copytree(BROKEN, root, dirs_exist_ok=True)
    with (root / BIG).open("wb") as big:
        big.truncate(50 * 1024 * 1024)
    return read.read_sources(root, register).findings


def said(finding: Finding) -> Said:
    """What the list of expected findings says of one."""
    return (finding.place.file, finding.place.line, finding.code, finding.fragment)


def test_every_fault_is_told_in_one_run(findings: tuple[Finding, ...]) -> None:
    """Each fault of the set is found at its line, and nothing that the list does not name."""
    expected = {
        (file, fault["line"], fault["code"], fault["fragment"])
        for file, faults in EXPECTED.items()
        for fault in faults
    }
    expected.add((BIG, 1, "file-too-big", "50-kh-ubnd.md"))
    assert {said(f) for f in findings if f.code not in HINTS} == expected


def test_set_is_as_promised() -> None:
    """Fifteen broken files, five of them with three faults."""
    faults = Counter[str]()
    for file, listed in EXPECTED.items():
        faults[file.removesuffix("/goc.txt").removesuffix(".md")] += len(listed)
    assert len(faults) == 15
    assert sum(count == 3 for count in faults.values()) == 5


def test_report_names_place_fragment_and_remedy(findings: tuple[Finding, ...]) -> None:
    """A reader gets file, line and column, the words at fault and what to do."""
    text = report.as_text(findings)
    for finding in findings:
        assert f"{finding.place}:{finding.place.column}  " in text
        assert finding.fragment in text
    assert text.count("cách sửa:") == len(findings)
    assert "{" not in text.replace("{file", "").replace("{{", "")


def test_order_is_the_same_each_time(register: Register) -> None:
    """Two runs say the same in the same order."""
    runs = [report.as_json(read.read_sources(BROKEN, register).findings) for _ in range(2)]
    assert runs[0] == runs[1]
