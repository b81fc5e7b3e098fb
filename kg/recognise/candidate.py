"""A cue on its way to a position."""

from dataclasses import dataclass

from spacy.tokens import Token

from kg.model import Mode, Party
from kg.recognise.algebra import Evoked
from kg.recognise.attribution import Owner
from kg.recognise.frames import Frame


@dataclass(frozen=True)
class Candidate:
    """A cue with all that was found of it. `holder` is None where nobody was found, `target` then may be ''."""

    frame: Frame
    evoked: Evoked
    holder: Party | None
    holder_noun: Token | None
    owners: tuple[Owner, ...]
    target: str
    reason: str = ""  # why it is no position, if it is none
    speaks: bool = False  # the holder is who speaks the words, alone or with others
    answered: bool = False  # a question gives the words, its answer the stance

    @property
    def token(self) -> Token:
        return self.frame.match.token

    @property
    def mode(self) -> Mode:
        return self.owners[0].mode if self.owners else "narrated"
