"""From extractions to an RDF dataset, and the check that it is what the shapes say."""

from kg.assemble.check import check, require_checker
from kg.assemble.dataset import assemble
from kg.assemble.run import Run

__all__ = ["Run", "assemble", "check", "require_checker"]
