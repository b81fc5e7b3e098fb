"""»die Organisation«, »der Konzern« and nothing more: the organisation that was named last."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import preceding
from kg.analyse.words import is_a
from kg.find.names import Name
from kg.link.descriptions import Named, is_acting, within
from kg.link.nouns import is_bare
from kg.model import Party
from kg.vocabulary import Vocabulary

FAR = 100  # tokens: behind that another one may be meant
LAST = 5  # bodies that were named last
LONG = 5  # letters of a word that ends many others by chance


class Bodies:
    """The organisations that a text names, for the nouns that mean the last one."""

    def __init__(self, doc: Doc, parties: Mapping[Name, Party], counts: Counter[str], vocabulary: Vocabulary) -> None:
        self._doc = doc
        self._firms = vocabulary.word_classes.get("firm-name")
        self._counts = counts  # how often each is named
        self._named: Named = [(name, party) for name, party in parties.items() if self._is_body(name, party)]

    def last_named(self, noun: Token) -> Party | None:
        """The last that the noun may mean: »die Organisation« of the sentence before, »der Konzern« with an »AG«."""
        if not is_a(noun, "body") or not is_bare(noun):
            return None
        behind = bisect_left(self._named, noun.i, key=lambda named: named[0].start)
        last = self._named[max(0, behind - LAST) : behind]
        for name, party in (*self._acting_before(noun, last), *last[-1:]):
            fits = self._could_be(noun, party) or (is_a(noun, "authority") and self._is_authority(name))
            if fits and (noun.i - name.start <= FAR or is_so_called(noun, party)):
                return party
        return None

    def _acting_before(self, noun: Token, last: Named) -> Named:
        """»*Greenpeace* kritisierte die Nato. Die Organisation …«: what the sentence before is about."""
        _, *before = preceding(noun, 1)
        acting = (one for sent in before for one in within(sent, last) if is_acting(sent, one[0]))
        return [(name, party) for name, party in acting if party.iri or self._counts[party.name] > 1][:1]

    def _is_body(self, name: Name, party: Party) -> bool:
        return party.kind == "organisation" and bool(party.iri or not name.guessed) and not is_where(self._doc, name)

    def _could_be(self, noun: Token, party: Party) -> bool:
        """The authority's names tell what its entries are: »die Partei« is no Nato. Of others nothing is known."""
        unknown = party.iri is None or is_a(noun, "any-body")
        return unknown or is_so_called(noun, party) or (is_a(noun, "firm") and self._is_firm(party))

    def _is_firm(self, party: Party) -> bool:
        """»Siemens AG«, »Volkswagen-Konzern«"""
        return self._firms is not None and any(map(self._firms.names, party.names))

    def _is_authority(self, name: Name) -> bool:
        return any(is_a(token, "authority") for token in self._doc[name.start : name.end])


def is_where(doc: Doc, name: Name) -> bool:
    """»in *Brüssel*« is the town."""
    return name.start > 0 and (before := doc[name.start - 1]).lower_ in closed(before).where


def is_so_called(noun: Token, party: Party) -> bool:
    """»die Umweltorganisation« is Greenpeace, as one of its names says; »das Militärbündnis« a »… Bündnis«."""
    word = noun.lemma_.lower()
    names = [name.lower() for name in party.names]
    lasts = (name.rpartition(" ")[2] for name in names)
    return any(word in name for name in names) or any(len(last) > LONG and word.endswith(last) for last in lasts)
