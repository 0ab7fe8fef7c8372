"""The corridor: the only place that joins the stages. `order` is the program in one sentence."""

from congvan.build.checking import check, check_apart, joined
from congvan.build.drafting import IssuerUnknown, new
from congvan.build.founding import init
from congvan.build.importing import Imported, Terms, import_files, import_register
from congvan.build.order import build, gather, index_for_staff
from congvan.build.parsing import parse
from congvan.build.publishing import NoSite, NotASite, Telling, publish_to, serve
from congvan.build.result import Result, Tell
from congvan.build.workers import NoScheduler, workers
from congvan.store import Busy

__all__ = [
    "Busy",
    "Imported",
    "IssuerUnknown",
    "NoScheduler",
    "NoSite",
    "NotASite",
    "Result",
    "Tell",
    "Telling",
    "Terms",
    "build",
    "check",
    "check_apart",
    "gather",
    "import_files",
    "import_register",
    "index_for_staff",
    "init",
    "joined",
    "new",
    "parse",
    "publish_to",
    "serve",
    "workers",
]
