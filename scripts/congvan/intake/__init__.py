"""Intake: a file as received becomes text, and a dispatch file for a clerk to review."""

from congvan.intake.document import read_document
from congvan.intake.draft import Draft, draft
from congvan.intake.received import Kind, Limits, PageImage, Received

__all__ = ["Draft", "Kind", "Limits", "PageImage", "Received", "draft", "read_document"]
