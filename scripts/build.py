#!/usr/bin/env python3
"""Build the site from a clone, without installing it: `python3 scripts/build.py [OPTION…]`.

Takes the options of `congvan build`; the archive is the clone itself.
"""

from __future__ import annotations

import sys
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parent
sys.path.insert(0, str(SCRIPTS))

try:
    from congvan.cli import main
except ImportError as missing:
    if (missing.name or "").startswith("congvan"):
        raise
    sys.exit((SCRIPTS / "missing.txt").read_text(encoding="utf-8").format(reason=missing))

if __name__ == "__main__":
    main(["--root", str(SCRIPTS.parent), "build", *sys.argv[1:]])
