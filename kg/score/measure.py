"""How many positions were found, missed, and wrong.

The unit is the document. Predictions and gold records are paired one to one, as many as fit together, gold records that
are required before those that are optional. A prediction paired with an optional record is neither right nor wrong;
an optional record that was not found is not missed. The stance `states` holds no position and is never scored.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from kg.score.records import GoldDocument, Name, Record
from kg.vocabulary import load_vocabulary

Fits = Callable[[Record, Record], bool]  # gold, prediction


@dataclass(frozen=True)
class Tally:
    hit: int = 0
    missed: int = 0
    wrong: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.hit + other.hit, self.missed + other.missed, self.wrong + other.wrong)

    @property
    def precision(self) -> float:
        return self.hit / max(1, self.hit + self.wrong)

    @property
    def recall(self) -> float:
        return self.hit / max(1, self.hit + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.hit / max(1, 2 * self.hit + self.missed + self.wrong)


@dataclass(frozen=True)
class Errors:
    """What strict pairing left over in one document."""

    missed: tuple[str, ...]
    wrong: tuple[str, ...]


@dataclass(frozen=True)
class Score:
    """`tallies`: group (`all` or a language) → measure → tally; `errors` by document."""

    tallies: Mapping[str, Mapping[str, Tally]]
    errors: Mapping[str, Errors]


def meet(ours: Iterable[Name], theirs: Iterable[Name]) -> bool:
    """Whether a name of each is the same, or one is the end of the other with words left out: Peskow."""
    pairs = (sorted(pair, key=len) for pair in product(ours, theirs))
    return any(short[-1] == long[-1] and set(short) <= set(long) for short, long in pairs)


def polarity(stance: str) -> str:
    """favour or against; the stances that are neither are each their own."""
    value = next(each.polarity for each in load_vocabulary().stances.values() if each.name == stance)
    return stance if value == "neither" else value


def holder(gold: Record, said: Record) -> bool:
    return meet(gold.holder, said.holder)


def side(gold: Record, said: Record) -> bool:
    return meet(gold.holder | gold.side, said.holder | said.side)


def stance(gold: Record, said: Record) -> bool:
    return said.stances[0] in gold.stances


def same_polarity(gold: Record, said: Record) -> bool:
    return polarity(said.stances[0]) in {polarity(each) for each in gold.stances}


def target(gold: Record, said: Record) -> bool:
    return all(any(key in said.target for key in group) for group in gold.keys)


def every(*criteria: Fits) -> Fits:
    return lambda gold, said: all(criterion(gold, said) for criterion in criteria)


MEASURES: Mapping[str, Fits] = {
    "strict": every(target, holder, stance),
    "lenient": every(target, side, same_polarity),
    "holder": holder,
    "target": target,
}


def paired(gold: Sequence[Record], said: Sequence[Record], fits: Fits) -> dict[int, int]:
    """The largest pairing, index of a prediction → index of a gold record (Kuhn's algorithm, Hungarian method, 1955).

    A pair once made is only ever rearranged, so that serving the required records first keeps all that can be kept.
    """
    fitting = [[number for number, each in enumerate(said) if fits(record, each)] for record in gold]
    partner: dict[int, int] = {}

    def place(record: int, asked: set[int]) -> bool:
        for number in fitting[record]:
            if number not in asked:
                asked.add(number)
                if number not in partner or place(partner[number], asked):
                    partner[number] = record
                    return True
        return False

    for record in sorted(range(len(gold)), key=lambda index: gold[index].optional):
        place(record, set())
    return partner


def tally(gold: Sequence[Record], said: Sequence[Record], pairs: Mapping[int, int]) -> Tally:
    hit = sum(not gold[index].optional for index in pairs.values())
    required = sum(not record.optional for record in gold)
    return Tally(hit, required - hit, len(said) - len(pairs))


def stance_tally(gold: Sequence[Record], said: Sequence[Record]) -> Tally:
    """Over the pairs with the same holder and target, those with the right stance made first; nothing is missed."""
    right = paired(gold, said, MEASURES["strict"])
    rest = [record for index, record in enumerate(gold) if index not in set(right.values())]
    others = [each for number, each in enumerate(said) if number not in right]
    wrong = paired(rest, others, every(holder, target))
    return Tally(hit=tally(gold, said, right).hit, wrong=tally(rest, others, wrong).hit)


def errors(gold: Sequence[Record], said: Sequence[Record]) -> Errors:
    pairs = paired(gold, said, MEASURES["strict"])
    found = set(pairs.values())
    missed = (each.shown for index, each in enumerate(gold) if index not in found and not each.optional)
    return Errors(tuple(missed), tuple(each.shown for number, each in enumerate(said) if number not in pairs))


def score(documents: Mapping[str, GoldDocument], predictions: Mapping[str, Iterable[Record]]) -> Score:
    """All measures over all documents and over those of each language."""
    tallies: dict[str, dict[str, Tally]] = {}
    left: dict[str, Errors] = {}
    for name, document in documents.items():
        gold = document.records
        said = [each for each in predictions.get(name, ()) if each.stances[0] != "states"]
        own = {measure: tally(gold, said, paired(gold, said, fits)) for measure, fits in MEASURES.items()}
        own["stance"] = stance_tally(gold, said)
        left[name] = errors(gold, said)
        for group in ("all", document.language):
            sums = tallies.setdefault(group, {})
            sums.update({measure: sums.get(measure, Tally()) + counted for measure, counted in own.items()})
    return Score(tallies, left)
