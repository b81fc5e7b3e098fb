"""The entities of DNA: each value of a variable once, with attributes that say what it is."""

from collections.abc import Mapping
from typing import Protocol

from kg.assemble.terms import hashed
from kg.exchange.dna.schema import SHORT
from kg.exchange.values import Named

ATTRIBUTES = ("Type", "Alias", "Notes")
DESCRIBED = ("person", "organization", "concept", "side")


class Insert(Protocol):
    def __call__(self, table: str, **values: object) -> int: ...


class Entities:
    """`variables` are the numbers of the variables by statement type and name."""

    def __init__(self, insert: Insert, variables: Mapping[tuple[int, str], int]) -> None:
        self._insert, self._variables = insert, variables
        self._numbers: dict[tuple[int, str], int] = {}  # by variable and IRI, or value
        self._taken: set[tuple[int, str]] = set()
        self._attributes = {
            variable: [insert("ATTRIBUTEVARIABLES", VariableId=variable, AttributeVariable=one) for one in ATTRIBUTES]
            for (_, name), variable in variables.items()
            if name in DESCRIBED
        }
        for kind, name in variables:
            if name != "agreement":
                self.number(kind, name, Named("", "", ""))  # DNA asks for the empty one

    def number(self, kind: int, name: str, value: Named) -> int:
        variable = self._variables[kind, name]
        known = (variable, value.iri or value.name)
        if known not in self._numbers:
            self._numbers[known] = self._add(variable, value)
        return self._numbers[known]

    def _add(self, variable: int, value: Named) -> int:
        text = short(value.name.replace("\0", "\ufffd"))
        if (variable, text) in self._taken:  # two actors of one name
            text = short(f"{value.name} ({hashed(value.iri, length=7)})")
        self._taken.add((variable, text))
        number = self._insert("ENTITIES", VariableId=variable, Value=text)
        other = ", ".join(dict.fromkeys(label for _, label in value.labels if label != value.name))
        for attribute, said in zip(self._attributes.get(variable, ()), (value.kind, other, value.iri), strict=False):
            row = {"EntityId": number, "AttributeVariableId": attribute}
            self._insert("ATTRIBUTEVALUES", **row, AttributeValue=said if len(said) <= SHORT else "")
        return number


def short(text: str) -> str:
    """At most so long as DNA takes; two long texts that begin alike stay two."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 9]}… {hashed(text, length=7)}"
