"""MkDocs over the whole of `docs/` at once: the reference that every other way must equal."""

from __future__ import annotations

from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.exceptions import Abort, ConfigurationError

from congvan.model.finding import Finding
from congvan.publish.settings import findings, load, warnings

# What the theme ships for its own search and its own scripts; no page of ours asks for it.
_UNUSED = ("assets/javascripts/**/*", "assets/**/*.map")


def run_mkdocs(root: Path, site_dir: Path, *, strict: bool = True) -> tuple[Finding, ...]:
    """Turn `docs/` into HTML under `site_dir`; each warning of MkDocs comes back as a finding.

    With `strict` a build that warned is an error (`mkdocs-failed`), and `site_dir` is not to be
    used; so is a `mkdocs.yml` that MkDocs refuses.
    """
    with warnings() as messages:
        try:
            build(load(root, site_dir=str(site_dir), strict=strict))
        except (Abort, ConfigurationError) as stopped:
            messages.append(("mkdocs-failed", str(stopped)))
    clear_unused(site_dir)
    return findings(messages)


def clear_unused(site_dir: Path) -> None:
    """Remove what the theme brings and no page of ours asks for."""
    for pattern in _UNUSED:
        for path in sorted(site_dir.glob(pattern), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
    scripts = site_dir / "assets" / "javascripts"
    if scripts.is_dir():
        scripts.rmdir()
