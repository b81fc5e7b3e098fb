"""Discourse networks: actors and issues, who agrees with whom, and how sure that is.

>>> from kg import discourse
>>> found = discourse.statements(graph)
>>> discourse.congruence(found, normalise="average")   # a networkx.Graph
>>> discourse.resampled(found, discourse.polarisation)   # measures with the error of the extraction
"""

from kg.discourse.backbone import backbone
from kg.discourse.coalitions import coalitions, modularity
from kg.discourse.issues import about, lifted
from kg.discourse.measures import balance, dispersion, ei_index, polarisation, shape
from kg.discourse.networks import conflict, congruence, one_mode, subtract, two_mode
from kg.discourse.resample import Interval, resampled, ties, with_errors
from kg.discourse.statements import Statement, once, statements, within
from kg.discourse.windows import Window, windows
from kg.discourse.write import labelled, write

__all__ = [
    "Interval", "Statement", "Window", "about", "backbone", "balance", "coalitions", "conflict", "congruence",
    "dispersion", "ei_index", "labelled", "lifted", "modularity", "once", "one_mode", "polarisation", "resampled",
    "shape", "statements", "subtract", "ties", "two_mode", "windows", "with_errors", "within", "write",
]  # fmt: skip
