"""The order of the program: *read, recognise, resolve, render, publish*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from congvan import publish, read, recognise, render, resolve
from congvan.build.result import Result, Tell, silent
from congvan.language import register as registers
from congvan.language.register import Register
from congvan.model.archive import Archive
from congvan.model.output import Output
from congvan.model.recognised import RecognisedKnown
from congvan.search import public, staff
from congvan.settings import Settings

FRONT_MATTER_SCHEMA = "front-matter"
LEDGER = "dispatches/addresses.csv"


def build(
    settings: Settings,
    *,
    strict: bool = False,
    with_staff: bool = False,
    tell: Tell = silent,
) -> Result:
    """The whole way. Nothing is written where a source has an error (a warning, if `strict`)."""
    stamp = staff.stamp(settings.dispatches) if with_staff else ""
    result = gather(settings, tell)
    if strict and result.warned:
        result = replace(result, archive=None)
    if result.archive is None or result.register is None:
        return result
    if with_staff:
        staff.index(result.archive, settings.staff_index, stamp)
    tell("render")
    outputs = tuple(outputs_of(settings, result.archive, result.register))
    tell("publish")
    return _published(settings, result, outputs)


def gather(settings: Settings, tell: Tell = silent) -> Result:
    """Read, recognise, resolve: the archive in memory, or the errors that stand in its way."""
    tell("read")
    overrides, own = read.register_file(settings.root)
    register = registers.load(overrides)
    sources = read.read_sources(settings.root, register)
    result = Result(
        (*own, *sources.findings), len(sources.dispatches), register=register, ledger=sources.ledger
    )
    publishable = read.separate(sources)
    tell("recognise")
    recognised = [recognise.recognise(d, register) for d in publishable.dispatches]
    known = [RecognisedKnown(k, recognise.reference(k.citation, register)) for k in sources.known]
    tell("resolve")
    archive = resolve.resolve(recognised, publishable.withdrawn, known, sources.ledger, register)
    result = replace(result, findings=(*result.findings, *archive.findings))
    return replace(result, archive=None if result.errors else archive)


def outputs_of(settings: Settings, archive: Archive, register: Register) -> Iterator[Output]:
    """Every file of the site but MkDocs' own pages, in memory."""
    site = publish.site(settings.root)
    yield from render.render(archive, register, site, {FRONT_MATTER_SCHEMA: read.schema.as_bytes()})
    yield from public.build(archive, register)
    for source, path in render.files(archive):
        content = (settings.dispatches / source).read_bytes()
        yield Output("site", path, content, (f"file:{source}",))


def _published(settings: Settings, result: Result, outputs: Sequence[Output]) -> Result:
    """The site switched over where all is well; the old one left whole where it is not."""
    publish.write_docs(outputs, settings.docs)
    url = publish.site_url(settings.root)
    with publish.staging(settings.site) as staged:
        found = [*publish.run_mkdocs(settings.root, staged, strict=True)]
        publish.write_site(outputs, staged)
        publish.write_site(publish.sitemap(staged, url), staged)
        found += publish.check_links(staged, url)
        found += publish.missing_addresses(result.ledger, staged, LEDGER)
        result = replace(result, findings=(*result.findings, *found))
        if not result.errors:
            publish.swap(staged, settings.site)
            pages = sum(output.root == "docs" for output in outputs)
            result = replace(result, site=settings.site, pages=pages)
    return result


def index_for_staff(settings: Settings) -> Result:
    """The staff's index brought up to the sources; untouched where they have errors."""
    stamp = staff.stamp(settings.dispatches)
    result = gather(settings)
    if result.archive is not None and result.register is not None:
        staff.index(result.archive, settings.staff_index, stamp)
    return result
