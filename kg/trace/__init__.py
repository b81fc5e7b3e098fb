"""Positions over time: what an actor has said on each issue, how it moved, and where accounts of it disagree."""

from kg.trace.answers import contradictions, on_issues, overlap, trace
from kg.trace.tables import to_be_read

__all__ = ["contradictions", "on_issues", "overlap", "to_be_read", "trace"]
