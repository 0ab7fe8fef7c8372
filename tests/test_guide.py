from __future__ import annotations

import guide


def test_the_clerks_reference_is_current() -> None:
    """Every key that clerks write and every finding is in the guide, in the program's words."""
    stale = [path.name for path, text in guide.pages().items() if path.read_text("utf-8") != text]
    assert stale == [], "run scripts/guide.py"
