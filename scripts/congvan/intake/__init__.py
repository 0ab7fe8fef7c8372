"""Intake: a file as received becomes text, and a dispatch file for a clerk to review."""

from congvan.intake.document import read_document
from congvan.intake.draft import Draft, Provenance, draft
from congvan.intake.received import Kind, Limits, PageImage, Received
from congvan.intake.registers import Listed, as_yaml, read_register
from congvan.intake.review import awaiting_review

__all__ = [
    "Draft",
    "Kind",
    "Limits",
    "Listed",
    "PageImage",
    "Provenance",
    "Received",
    "as_yaml",
    "awaiting_review",
    "draft",
    "read_document",
    "read_register",
]
