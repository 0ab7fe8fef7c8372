"""What the tests of the site share: which pages there are and how they are looked at."""

from __future__ import annotations

from pathlib import Path

import yaml

CASES = Path(__file__).resolve().parent / "cases"
KINDS: dict[str, list[str]] = yaml.safe_load((CASES / "pages.yml").read_text(encoding="utf-8"))
PAGES = [path for paths in KINDS.values() for path in paths]

DAK_LAK = KINDS["dispatch"][0]
HUNG_YEN = KINDS["dispatch"][1]
PLAN = KINDS["stub"][0]
PHONE, DESK = 390, 1280
