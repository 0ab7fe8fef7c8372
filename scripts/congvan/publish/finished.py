"""Pages that a program wrote: finished HTML under a head of JSON, which needs no Markdown."""

from __future__ import annotations

import json
import re
from typing import Any, NoReturn

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

# Extensions that leave a block of raw HTML as it is; under any other a page goes the usual way.
HARMLESS = frozenset(("abbr", "admonition", "attr_list", "def_list", "fenced_code", "footnotes",
                      "sane_lists", "tables", "toc"))  # fmt: skip

_PARTS = re.compile(r"---\n(.+?\n)---\n\n(<div class=.+</div>)\n", re.DOTALL)
_ODD_IN_HEAD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
"""What YAML takes for a line's end or refuses and JSON does not."""
_ODD_IN_BODY = (
    *("\t", "\r", "\x00", "\x02", "\x03", "\n\n", "\n "),
    *("<!", "<?", "<script", "<style", "<pre", "<textarea"),
)
"""What Markdown would change even within raw HTML, or could read as its end."""

Parts = tuple[dict[str, Any], str]
"""The front matter and the HTML."""


def finished(source: str) -> Parts | None:
    r"""A generated page in its two parts; None for a page that Markdown has to read.

    Such a page says its `kind` or where it leads, holds one line of JSON for each name, and one
    block of HTML without empty lines, which Markdown would hand on unchanged.

    >>> finished('---\ntitle: "a"\nkind: "list"\n---\n\n<div class="x">b</div>\n')
    ({'title': 'a', 'kind': 'list'}, '<div class="x">b</div>')
    """
    parts = _PARTS.fullmatch(source)
    if parts is None or _ODD_IN_HEAD.search(parts[1]):
        return None
    if any(odd in parts[2] for odd in _ODD_IN_BODY):
        return None
    meta = _values(parts[1])
    return (meta, parts[2]) if meta and ("kind" in meta or "redirect" in meta) else None


def _values(head: str) -> dict[str, Any] | None:
    values: dict[str, Any] = {}
    for line in head.splitlines():
        name, colon, value = line.partition(": ")
        if not (colon and name.isidentifier() and name.islower()) or name in values:
            return None
        try:
            values[name] = _JSON.decode(value)
        except ValueError:
            return None
    return values


def _refuse(number: str) -> NoReturn:
    """A number that YAML may read as a text: `1e5` is one."""
    raise ValueError(number)


_JSON = json.JSONDecoder(parse_float=_refuse, parse_constant=_refuse)


class FinishedPage(Page):
    """A page whose front matter and HTML are known; other programs' events still see both."""

    def __init__(self, file: File, config: MkDocsConfig, parts: Parts) -> None:
        super().__init__(None, file, config)
        self._parts = parts

    def read_source(self, config: MkDocsConfig) -> None:
        """Takes the parts, unless a plugin brings a source of its own."""
        if config.plugins.on_page_read_source(page=self, config=config) is not None:
            super().read_source(config)
        else:
            self.meta, self.markdown = self._parts

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Hands the HTML on, unless a plugin has changed it: then Markdown reads it."""
        if self.markdown is self._parts[1]:
            self.content = self.markdown
        else:
            super().render(config, files)
