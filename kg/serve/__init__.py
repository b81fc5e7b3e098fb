"""A graph over HTTP: SPARQL 1.1 Protocol, the Graph Store protocol, and pages for readers.

`kg.serve.run` starts it. Queries run in processes of their own, since nothing else can end one that takes too long.
"""

from kg.serve.settings import Settings

__all__ = ["Settings"]
