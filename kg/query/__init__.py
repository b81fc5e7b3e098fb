"""Questions to a graph: SPARQL, the stored queries, and the graph as a network."""

from kg.query.actors import actors
from kg.query.ask import query, query_stored
from kg.query.lattice import issues
from kg.query.network import to_networkx
from kg.query.render import render
from kg.query.stored import names
from kg.query.table import Table

__all__ = ["Table", "actors", "issues", "names", "query", "query_stored", "render", "to_networkx"]
