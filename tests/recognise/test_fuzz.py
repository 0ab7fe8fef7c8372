from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fuzz.targets import TARGETS

PIECES = (Path(__file__).parent.parent / "cases" / "fuzz" / "pieces.txt").read_text("utf-8")
GAPS = st.sampled_from([" ", "\n", "\n\n", "   ", ""])
TEXTS = (
    st.lists(st.tuples(st.sampled_from(PIECES.split("\n")), GAPS).map("".join), max_size=30)
    .map("".join)
    .flatmap(lambda text: st.just(text) | st.text(max_size=20).map(lambda more: text + more))
)


@pytest.mark.parametrize("target", TARGETS)
@given(text=TEXTS)
def test_any_text_is_read(target: str, text: str) -> None:
    """Header, citations, dates and deadlines of any text keep what they promise."""
    TARGETS[target](text)


@pytest.mark.skipif(importlib.util.find_spec("atheris") is None, reason="the extra fuzz is absent")
@pytest.mark.parametrize("target", TARGETS)
def test_fuzzing_finds_nothing(target: str, root: Path, tmp_path: Path) -> None:
    """A bounded run of the coverage-guided fuzzer breaks nothing, hangs nowhere, stays small."""
    script = root / "scripts" / "fuzz" / "recognition.py"
    bounds = ("-runs=1500", "-len_control=0", "-seed=1", f"-artifact_prefix={tmp_path}/")
    done = subprocess.run(
        [sys.executable, script, target, *bounds], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
