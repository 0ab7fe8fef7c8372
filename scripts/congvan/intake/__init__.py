"""Intake: a text as received becomes a dispatch file for a clerk to review."""

from congvan.intake.draft import Draft, draft

__all__ = ["Draft", "draft"]
