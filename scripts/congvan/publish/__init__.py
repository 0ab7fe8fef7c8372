"""Outputs to disk: the only stage that writes the site; it runs MkDocs and checks what came out."""

from congvan.publish.docs_folder import GENERATED_FILES, GENERATED_FOLDERS, write_docs
from congvan.publish.ledger import append_new, missing_addresses
from congvan.publish.links import check_links
from congvan.publish.pages import run_mkdocs
from congvan.publish.server import serve
from congvan.publish.settings import site, site_url
from congvan.publish.site_folder import write_site
from congvan.publish.sitemap import sitemap
from congvan.publish.staging import staging, swap

__all__ = [
    "GENERATED_FILES",
    "GENERATED_FOLDERS",
    "append_new",
    "check_links",
    "missing_addresses",
    "run_mkdocs",
    "serve",
    "site",
    "site_url",
    "sitemap",
    "staging",
    "swap",
    "write_docs",
    "write_site",
]
