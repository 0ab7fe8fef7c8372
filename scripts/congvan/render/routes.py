"""Routes: where each kind of page stands below the site's root."""

from __future__ import annotations

HOME = ""
DOCUMENTS = "van-ban/"
AGENCIES = "co-quan/"
YEARS = "nam/"
TYPES = "loai/"
FIELDS = "linh-vuc/"
DEADLINES = "han/"
NUMBERS = "so/"
WANTED = "can-tim/"
SEARCH = "tim/"
ABOUT = "gioi-thieu/"
HELP = "tro-giup/"
RULES = "quy-uoc-dia-chi/"
DATA = "du-lieu/"
FEED = "feed/tat-ca.xml"


def permanent(id_: str) -> str:
    """The address of a document that never changes."""
    return f"id/{id_}/"


def agency(id_: str) -> str:
    """An agency's page."""
    return f"{AGENCIES}{id_}/"


def agency_tasks(id_: str) -> str:
    """All tasks of an agency."""
    return f"{AGENCIES}{id_}/nhiem-vu/"


def agency_received(id_: str) -> str:
    """All documents addressed to an agency."""
    return f"{AGENCIES}{id_}/nhan/"


def owner(id_: str) -> str:
    """The years of a number series' owner."""
    return f"{DOCUMENTS}{id_}/"


def owner_year(id_: str, year: int) -> str:
    """The documents of an owner in one year."""
    return f"{DOCUMENTS}{id_}/{year:04d}/"


def naming(address: str) -> str:
    """All documents that name the one of that address."""
    return f"{address}trien-khai/"


def surroundings(address: str) -> str:
    """All tasks and relations of the document of that address."""
    return f"{address}lien-quan/"


def year(number: int) -> str:
    """One year; 0000 gathers the documents without any date, as in their addresses."""
    return f"{YEARS}{number:04d}/"


def month(year_: int, number: int) -> str:
    """One month."""
    return f"{YEARS}{year_:04d}/{number:02d}/"


def type_(id_: str) -> str:
    """One type of document."""
    return f"{TYPES}{id_}/"


def field(slug: str) -> str:
    """One drafting field."""
    return f"{FIELDS}{slug}/"


def deadlines(year_: int, month_: int | None = None) -> str:
    """The deadlines of a year or a month."""
    return f"{DEADLINES}{year_:04d}/" + (f"{month_:02d}/" if month_ else "")


def number(slug: str) -> str:
    """The look-up of a code or of what stands after the number."""
    return f"{NUMBERS}{slug}/"


def slot(base: str, ordinal: int) -> str:
    """A full slot of a paged list, from 1 for the oldest."""
    return f"{base}trang-{ordinal}/"


def data_year(year_: int) -> str:
    """The machine-readable list of one year."""
    return f"{DATA}{year_:04d}.jsonl"


def schema(name: str) -> str:
    """A published JSON Schema."""
    return f"{DATA}luoc-do/{name}.schema.json"
