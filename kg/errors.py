"""What can go wrong in a way that a user can mend. Each message names the file and the mend in one sentence."""

from typing import NoReturn


class KgError(Exception):
    """The base of every error that the command line shows as one sentence, without a traceback.

    `source`, if there is one, is the file or the address that the sentence is about, and stands before it.
    """

    def __init__(self, sentence: str, source: str | None = None) -> None:
        super().__init__(f"{source}: {sentence}" if source else sentence)
        self.sentence, self.source = sentence, source


class InputError(KgError):
    """A source could not be read: missing, empty, binary, wrongly encoded, malformed."""


class OutputError(KgError):
    """A result could not be written; what stood at its place is untouched."""


class VocabularyError(KgError):
    """`ontologies/` breaks one of its rules: a missing label, a doubled cue, an unknown stance."""


class ModelError(KgError):
    """A language pipeline is missing or does not speak Universal Dependencies."""


class StoreError(KgError):
    """A store cannot be opened or written: another process has it, the disk is full, the endpoint says no."""


class QueryError(KgError):
    """A SPARQL query, or the name of a stored one, is wrong."""


class DecisionError(KgError):
    """A person's decision cannot be taken: no such position or stance, nothing that it would change."""


def fail(error: KgError) -> NoReturn:
    """What is done with an error where the caller names nothing else."""
    raise error
