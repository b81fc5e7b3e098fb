"""Pictures for papers: the matrix, the timeline and the network of a graph as SVG, PDF or PNG."""

from kg.plot.picture import KINDS, SUFFIXES, plot

__all__ = ["KINDS", "SUFFIXES", "plot"]
