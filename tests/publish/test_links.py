from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from congvan.publish.links import check_links

CASES = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "links.yml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["truth"]))
def test_links(tmp_path: Path, case: dict[str, object]) -> None:
    """Of each small site, exactly the links that lead nowhere are found."""
    files = case["files"]
    assert isinstance(files, dict)
    for name, text in files.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    url = str(case.get("url", "https://congvan.example.vn/"))
    found = [f"{f.code} {f.place.file} {f.fragment}" for f in check_links(tmp_path, url)]
    assert found == case.get("found", [])
