"""The numbers of independent sources in a store: counted when a change of many articles has come to its end.

One article more can change the numbers of thousands of positions. So the change of an article only marks them as old,
in the same transaction, and what adds or retracts articles counts once for all of them.
"""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.alike.independence import Telling, counts
from kg.namespaces import CATALOGUE, INDEPENDENCE, POS, PROV
from kg.store.base import Graphs, Store

OLD = str(CATALOGUE.old)
MARK: Graphs = {OLD: (ox.Triple(ox.NamedNode(OLD), ox.NamedNode(OLD), ox.NamedNode(INDEPENDENCE)),)}
TELLINGS = f"""SELECT ?holder ?stance ?target ?source ?position WHERE {{
  ?position a <{POS.Position}> ; <{POS.holder}> ?holder ; <{POS.stance}> ?stance ; <{POS.target}> ?target ;
    <{POS.factuality}> ?factuality ; <{PROV.wasDerivedFrom}> ?article .
  FILTER(?factuality != <{POS.speculative}>)
  OPTIONAL {{ ?article <{POS.story}> ?story }}
  BIND(COALESCE(?story, ?article) AS ?source)
}}"""


def recount(store: Store) -> None:
    """Bring the numbers up to date, if they are old. Raises `StoreError`."""
    if any(True for _ in store.graph(OLD)):
        # Sorted here: the engine takes twice as long for it, and holds all of them too.
        store.put({INDEPENDENCE: counts(sorted(tellings(store)))}, [OLD])


def tellings(store: Store) -> Iterator[Telling]:
    found = store.query(TELLINGS)
    assert isinstance(found, ox.QuerySolutions)
    for row in found:
        holder, stance, target, source, position = (term.value for term in row)
        yield Telling((holder, stance, target), source, position)
