"""Positions over time: what an actor has said on each issue, how it moved, and where accounts of it disagree."""

from kg.trace.answers import contradictions, on_issue, overlap, trace
from kg.trace.tables import to_be_read

__all__ = ["contradictions", "on_issue", "overlap", "to_be_read", "trace"]
