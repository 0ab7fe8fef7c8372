"""What every test may ask for: the repository, the browser, how hard Hypothesis tries."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from playwright.sync_api import Browser, sync_playwright

from congvan.language.register import Register
from congvan.language.register import load as load_register
from source_code import sizes

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ON_CI = os.environ.get("CI", "") not in {"", "0", "false"}

# CI repeats the same examples on each run, so that a red run can be looked into; a developer's
# machine looks for others each time.
settings.register_profile(
    "ci", derandomize=True, max_examples=300, deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
settings.register_profile("developer", max_examples=60, deadline=None)
settings.load_profile("ci" if ON_CI else "developer")


def pytest_report_header() -> str:
    """How long modules and functions are: the figures of the house, in every run's first lines."""
    return f"congvan: {sizes()}"


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium. Where there is none the test is skipped; on CI it fails."""
    named = os.environ.get("CONGVAN_CHROMIUM")
    found = next(filter(None, map(shutil.which, (named, *BROWSERS) if named else BROWSERS)), None)
    downloads = Path.home() / ".cache" / "ms-playwright"
    found = found or next(map(str, sorted(downloads.glob("chromium-*/chrome-linux*/chrome"))), None)
    if found is None and ON_CI:
        pytest.fail("no Chromium on this machine, and CI needs one: scripts/setup browser")
    if found is None:
        pytest.skip("no Chromium on this machine: scripts/setup browser")
    return found


@pytest.fixture(scope="session", name="register")
def _register() -> Register:
    """The national register, without a province's own file."""
    return load_register()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests of a worker; Playwright runs once in a process."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield running
        running.close()
