"""What the tests of the site share: which pages there are and how they are looked at."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, Protocol

import yaml
from playwright.sync_api import Page

CASES = Path(__file__).resolve().parent / "cases"
MORE = CASES / "more"
"""Dispatches that make the kinds of pages this repository's own do not."""


def _kinds(name: str) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = yaml.safe_load((CASES / name).read_text(encoding="utf-8"))
    return kinds


KINDS, MORE_KINDS = _kinds("pages.yml"), _kinds("pages_more.yml")
PAGES = [path for paths in KINDS.values() for path in paths]
MORE_PAGES = [path for paths in MORE_KINDS.values() for path in paths]

DAK_LAK, HUNG_YEN = KINDS["dispatch"]
PLAN = KINDS["stub"][0]
MISSING = KINDS["missing"][0]
PHONE, DESK = 390, 1280

Scheme = Literal["light", "dark"]


@dataclass
class Watched:
    """A page with what went wrong on it and what it asked the network for."""

    page: Page
    address: str
    """Of the site's root, with its slash."""
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    """Errors, failed requests and breaches of the policy, as the browser tells them."""

    def open(self, path: str) -> Page:
        """Go to a page of the site and wait for all it loads."""
        self.page.goto(self.address + path, wait_until="networkidle")
        return self.page

    @property
    def strayed(self) -> list[str]:
        """The requests that left the site."""
        return [url for url in self.requests if not url.startswith(self.address)]


class Watch(Protocol):
    """Opens a page in a browser context of its own."""

    def __call__(
        self,
        *,
        width: int = DESK,
        scheme: Scheme = "light",
        script: bool = True,
        more: bool = False,
    ) -> Watched:
        """A blank page of that width and scheme, with JavaScript or without; `more` for the site
        that has the dispatches of `MORE` as well."""
