"""Lemmas: a table from the treebanks first, then simplemma's lexicon, then, for German, the endings of the language.

A lemmatizer trained on this little data invents verbs (*forderen*, *weigeren*); a lexicon does not.
"""

import json
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path

import simplemma
from spacy.language import Language
from spacy.tokens import Doc, Token

ADJECTIVE_ENDINGS = ("en", "em", "er", "es", "e")
NO_PARTICLES = {"nur", "auch", "nicht", "noch", "schon", "so"}  # whatever the parse says
ADJECTIVAL = {
    "bereit": ("stellen", "halten"),
    "fest": ("stellen", "legen", "halten", "nehmen", "schreiben", "setzen"),
    "frei": ("lassen", "geben", "sprechen"),
    "klar": ("stellen",),
    "offen": ("legen", "lassen", "halten"),
    "richtig": ("stellen",),
    "sicher": ("stellen",),
}
INFINITIVE = ("en", "eln", "ern")
VERB_ENDINGS = ("etest", "eten", "ete", "test", "ten", "te", "est", "et", "st", "t", "e")
MIN_STEM = 3  # letters
UNCHANGED = {"PUNCT", "NUM", "SYM", "X", "SPACE"}


@Language.factory("kg_lemmatizer")
class Lemmatizer:
    """Sets `token.lemma_` from form and part of speech. The table maps `"form\\tUPOS"` to a lemma."""

    def __init__(self, nlp: Language, name: str, language: str = "de") -> None:
        self.name = name
        self.language = language
        self.table: dict[str, str] = {}

    def __call__(self, doc: Doc) -> Doc:
        for token in doc:
            token.lemma_ = self.lemma(token.text, token.pos_)
        return doc

    def lemma(self, form: str, pos: str) -> str:
        """The lemma of one form; itself if nothing is known of it."""
        for spelling in dict.fromkeys((form, form if pos in ("NOUN", "PROPN") else form.lower())):
            if known := self.table.get(f"{spelling}\t{pos}"):
                return known
        if pos in UNCHANGED or not form.strip("-"):
            return form
        return RULES.get(self.language, {}).get(pos, other)(self, form)

    def lexicon(self, form: str) -> str:
        found: str = simplemma.lemmatize(form, self.language)
        return found

    def to_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> None:
        Path(path).write_text(json.dumps(self.table, ensure_ascii=False, sort_keys=True, indent=0), encoding="utf-8")

    def from_disk(self, path: Path, exclude: tuple[str, ...] = ()) -> "Lemmatizer":
        self.table = json.loads(Path(path).read_text(encoding="utf-8"))
        return self


def noun(lemmatizer: Lemmatizer, form: str) -> str:
    """»EU-Beschlüsse«: the last part decides; simplemma's old spelling (*Prozeß*) is kept out."""
    head, hyphen, last = form.rpartition("-")
    if hyphen and head and last:
        return f"{head}-{lemmatizer.lemma(last, 'NOUN')}"
    found = lemmatizer.lexicon(form)
    if found.endswith("ß") and "ß" not in form:
        found = found[:-1] + "ss"
    return found if found[:1].isupper() else found.capitalize()


def proper(lemmatizer: Lemmatizer, form: str) -> str:
    """A genitive's *s* goes where the name without it is a known one (»Indiens«), else nothing changes."""
    stem = form[:-1]
    return stem if form.endswith("s") and f"{stem}\tPROPN" in lemmatizer.table else form


def adjective(lemmatizer: Lemmatizer, form: str) -> str:
    """Participles used as adjectives keep their form (»gefordert«), as UD treebanks have it."""
    if form[:1].isupper() and form.endswith("er"):
        return form  # »Brandenburger«: no ending, and never lower-cased
    lower = form.lower()
    stem = next((lower[: -len(end)] for end in ADJECTIVE_ENDINGS if lower.endswith(end) and len(lower) > 5), lower)
    found = lemmatizer.lexicon(lower)
    return stem if found == lower or found.endswith(("en", "eln", "ern")) else found.lower()


def verb(lemmatizer: Lemmatizer, form: str) -> str:
    """What the lexicon lacks goes back by its endings to an infinitive that it has: »hinterfragt«, »geleugnet«."""
    found = other(lemmatizer, form)
    if found.endswith(INFINITIVE):
        return found
    return next((infinitive for infinitive in infinitives(form.lower()) if is_known(infinitive)), found)


def infinitives(form: str) -> Iterator[str]:
    """The verbs whose regular form it may be, with and without the *ge* of a participle before it or within it.

    What ends in *el* or *er* takes an *n* (»gefordert«: fordern) or *en* (»toleriert«: tolerieren).
    """
    for ending in VERB_ENDINGS:
        stem = form.removesuffix(ending)
        if stem == form or len(stem) < MIN_STEM:
            continue
        places = [i for i in range(len(stem) - MIN_STEM) if stem.startswith("ge", i)]
        for bare in (stem, *(stem[:i] + stem[i + 2 :] for i in places)):
            yield from ((bare + "n", bare + "en") if bare.endswith(("el", "er")) else (bare + "en",))


@lru_cache(maxsize=50_000)
def is_known(infinitive: str) -> bool:
    """Whether the lexicon has the word as an infinitive."""
    return simplemma.is_known(infinitive, "de") and simplemma.lemmatize(infinitive, "de") == infinitive


def other(lemmatizer: Lemmatizer, form: str) -> str:
    return lemmatizer.lexicon(form.lower()).lower()


def unchanged(_: Lemmatizer, form: str) -> str:
    return form


Rules = dict[str, Callable[[Lemmatizer, str], str]]
GERMAN: Rules = {"NOUN": noun, "PROPN": proper, "ADJ": adjective, "VERB": verb}
RULES: dict[str, Rules] = {"de": GERMAN, "en": {"PROPN": unchanged}}


@Language.component("kg_particles")
def rejoin_particles(doc: Doc) -> Doc:
    """»lehnt … ab« gets the lemma *ablehnen*, whatever pipeline analysed it; and a role before a name is a noun.

    "rules … out" gets the lemma *rule out*.
    """
    for token in doc:
        verb = token.head
        if is_particle(token) and verb.pos_ in ("VERB", "AUX"):
            verb.lemma_ = joined(verb.lemma_, token.lower_, token.lang_)
        if is_role(token):
            token.pos_, token.lemma_ = "NOUN", token.text
    return doc


def joined(verb: str, particle: str, language: str) -> str:
    if language == "en":
        return verb if verb.endswith(f" {particle}") else f"{verb} {particle}"
    return verb if verb.startswith(particle) else particle + verb


def is_role(token: Token) -> bool:
    """»Kremlsprecher Dmitri Peskow« at the start of a sentence, where a tagger takes a rare word for an adjective."""
    named = any(child.dep_ == "appos" and child.i == token.i + 1 and child.pos_ == "PROPN" for child in token.children)
    return token.pos_ == "ADJ" and token.text[:1].isupper() and token.dep_ != "amod" and named


def is_particle(token: Token) -> bool:
    """Particles that are adjectives too are mostly parsed as such: »stellt 50 Millionen Euro *bereit*«."""
    verb = token.head
    if token.dep_ == "compound:prt":
        return token.lower_ not in NO_PARTICLES and (token.lang_ == "en" or makes_verb(token))
    last = token.i > verb.i and token.dep_ in ("xcomp", "advmod")
    return last and verb.lemma_ in ADJECTIVAL.get(token.lower_, ()) and not any(map(is_other, verb.children))


def makes_verb(particle: Token) -> bool:
    """»distanziert sich *erneut*« is no separable verb: an adverb makes one only with a verb that the lexicon has."""
    verb = particle.head.lemma_
    return particle.pos_ == "ADP" or verb.startswith(particle.lower_) or is_known(particle.lower_ + verb)


def is_other(child: Token) -> bool:
    """»stellte die Vorwürfe klar infrage« has its particle already."""
    return child.dep_ == "compound:prt" or child.lower_ == "infrage"


@Language.component("kg_upos")
def tag_as_pos(doc: Doc) -> Doc:
    """The tagger of our own pipelines predicts UPOS; put it where UD pipelines have it."""
    for token in doc:
        token.pos_ = token.tag_
    return doc
