"""Outputs to disk: the only stage that writes the site; it runs MkDocs and checks what came out."""

from congvan.publish.assembling import assemble, assembled, row, rows, sitemap_index
from congvan.publish.clerk import Loop, serve_and_rebuild
from congvan.publish.convert import convert
from congvan.publish.docs_folder import (
    GENERATED_FILES,
    GENERATED_FOLDERS,
    write_docs,
    written_by_hand,
)
from congvan.publish.frame import Frame, read_frame
from congvan.publish.journal import recover
from congvan.publish.ledger import append_new, missing_addresses
from congvan.publish.links import check, check_links, check_sheets, lacking, wanted
from congvan.publish.mirror import Switched, switch_over
from congvan.publish.pages import run_mkdocs
from congvan.publish.pointing import Pointing
from congvan.publish.server import serve
from congvan.publish.settings import site, site_url
from congvan.publish.shard import Converted, Shard, linked
from congvan.publish.site_folder import write_site
from congvan.publish.sitemap import sitemap
from congvan.publish.stage import Stage
from congvan.publish.staging import staging, swap
from congvan.publish.watching import Changes, listening

__all__ = [
    "GENERATED_FILES",
    "GENERATED_FOLDERS",
    "Changes",
    "Converted",
    "Frame",
    "Loop",
    "Pointing",
    "Shard",
    "Stage",
    "Switched",
    "append_new",
    "assemble",
    "assembled",
    "check",
    "check_links",
    "check_sheets",
    "convert",
    "lacking",
    "linked",
    "listening",
    "missing_addresses",
    "read_frame",
    "recover",
    "row",
    "rows",
    "run_mkdocs",
    "serve",
    "serve_and_rebuild",
    "site",
    "site_url",
    "sitemap",
    "sitemap_index",
    "staging",
    "swap",
    "switch_over",
    "wanted",
    "write_docs",
    "write_site",
    "written_by_hand",
]
