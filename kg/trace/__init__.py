"""Positions over time: what an actor has said on each issue, how it moved, and where accounts of it disagree."""

from kg.trace.answers import contradictions, overlap, trace

__all__ = ["contradictions", "overlap", "trace"]
