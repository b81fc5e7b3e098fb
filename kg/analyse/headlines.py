"""Lines that are no sentences: headlines, subheads, the items of a list."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

LONGEST = 120  # characters
STOPS = (".", "!", "?", "…", ":", ";", ",")
MARKS = frozenset("»«„“”\"'‚‘›‹")
DASHES = frozenset({"–", "—", "-", "•", "*"})
PARTING = frozenset({":", "–", "—"})
TOPICS = "kg_topics"  # of the words behind a colon, in `doc.user_data`
LEFT_OUT = "kg_left_out"  # words beside which »ist« or »wir« is left out, in `doc.user_data`, by their places


def headlines(doc: Doc) -> Iterator[list[Token]]:
    """The words of each line between blank lines that no full stop ends: »Minister gegen Steuersenkung«."""
    place = 0
    for paragraph in doc.text.split("\n\n"):
        line = paragraph.strip()
        if line and len(line) < LONGEST and "\n" not in line and not line.endswith(STOPS):
            start = place + paragraph.index(line)
            span = doc.char_span(start, start + len(line), alignment_mode="expand")
            if span is not None and (words := bare(list(span))):
                yield words
        place += len(paragraph) + 2


def bare(line: Sequence[Token]) -> list[Token]:
    """Without the bullet before an item, and without white space."""
    words = [token for token in line if not token.is_space]
    return words[1:] if words and words[0].text in DASHES else words


def parted(words: list[Token]) -> tuple[list[Token], list[Token]]:
    """»Merz: *Steuersenkung falsch*«, »Haushalt – *SPD gegen Kürzungen*«: the topic or speaker, and what is said."""
    at = next((i for i, word in enumerate(words) if word.text in PARTING and 0 < i < len(words) - 1), None)
    return ([], words) if at is None else (words[:at], words[at + 1 :])


def unmarked(words: list[Token]) -> list[Token]:
    """Without quotation marks."""
    return [word for word in words if word.text not in MARKS]


def leave_out(predicate: Token) -> None:
    """Keeps that a headline leaves out »ist« before the predicate, or »wir« beside a verb."""
    predicate.doc.user_data.setdefault(LEFT_OUT, set()).add(predicate.i)


def is_left_out(predicate: Token) -> bool:
    """»Minister *gegen Steuersenkung*«: whether »ist« goes without saying."""
    places = predicate.doc.user_data.get(LEFT_OUT)
    return places is not None and predicate.i in places


def keep_topic(noun: Token, words: Sequence[Token]) -> None:
    """Keeps what stands before the colon."""
    noun.doc.user_data.setdefault(TOPICS, {}).update((word.i, noun.i) for word in words)


def topic_of(token: Token) -> Token | None:
    """»*Tempolimit*: SPD lehnt ab«: what stands before the colon of the headline, for each word behind it."""
    topics = token.doc.user_data.get(TOPICS)
    place = topics.get(token.i) if topics else None
    return None if place is None else token.doc[place]
