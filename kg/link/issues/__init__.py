"""Targets of positions as issues: facets that meet across wordings and languages."""

from kg.link.issues.linker import IssueLinker, issue_linker

__all__ = ["IssueLinker", "issue_linker"]
