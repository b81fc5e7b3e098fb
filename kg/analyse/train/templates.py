"""Sentences that build themselves, with their trees: headlines and statements in the present tense.

The treebanks are letters, weblogs and tales, which seldom say "Germany condemns the attack"; a tagger that has not seen
it takes the verb for a noun. Verbs are the cues of the vocabulary, so a new cue is learned with the next training.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from kg.vocabulary import Vocabulary

SENTENCES = 1500
SYLLABIC = ("s", "x", "z", "ch", "sh", "o")  # "condemns", but "pushes"

# A word of a phrase: form, part of speech, place of its head within the phrase (the head of all: its own), relation.
Word = tuple[str, str, int, str]
Phrase = tuple[Word, ...]
SUBJECTS: tuple[Phrase, ...] = (
    (("The", "DET", 1, "det"), ("minister", "NOUN", 1, "")),
    (("The", "DET", 2, "det"), ("foreign", "ADJ", 2, "amod"), ("ministry", "NOUN", 2, "")),
    (("The", "DET", 2, "det"), ("European", "ADJ", 2, "amod"), ("Union", "PROPN", 2, "")),
    (("The", "DET", 2, "det"), ("United", "VERB", 2, "amod"), ("States", "PROPN", 2, "")),
    (("The", "DET", 2, "det"), ("Green", "ADJ", 2, "amod"), ("Party", "PROPN", 2, "")),
    (("President", "PROPN", 0, ""), ("Anna", "PROPN", 0, "appos"), ("Berg", "PROPN", 1, "flat:name")),
    (("Norway", "PROPN", 2, "nmod:poss"), ("'s", "PART", 0, "case"), ("government", "NOUN", 2, "")),
    (("The", "DET", 1, "det"), ("party", "NOUN", 1, "")),
    (("The", "DET", 1, "det"), ("opposition", "NOUN", 1, "")),
    (("It", "PRON", 0, ""),),
    (("She", "PRON", 0, ""),),
)
OBJECTS: tuple[Phrase, ...] = (
    (("the", "DET", 1, "det"), ("attack", "NOUN", 1, "")),
    (("the", "DET", 2, "det"), ("new", "ADJ", 2, "amod"), ("tariffs", "NOUN", 2, "")),
    (("sanctions", "NOUN", 0, ""), ("against", "ADP", 2, "case"), ("Iran", "PROPN", 0, "nmod")),
    (("a", "DET", 1, "det"), ("ban", "NOUN", 1, ""), ("on", "ADP", 3, "case"), ("imports", "NOUN", 1, "nmod")),
    (("the", "DET", 1, "det"), ("proposal", "NOUN", 1, "")),
    (("any", "DET", 1, "det"), ("talks", "NOUN", 1, ""), ("with", "ADP", 3, "case"), ("Russia", "PROPN", 1, "nmod")),
    (("the", "DET", 1, "det"), ("coup", "NOUN", 1, ""), ("in", "ADP", 3, "case"), ("Niger", "PROPN", 1, "nmod")),
    (("abortion", "NOUN", 0, ""),),
)
ADJUNCTS: tuple[Phrase, ...] = (
    (("in", "ADP", 3, "case"), ("the", "DET", 3, "det"), ("strongest", "ADJ", 3, "amod"), ("terms", "NOUN", 3, "")),
    (("on", "ADP", 1, "case"), ("Tuesday", "PROPN", 1, "")),
    (("in", "ADP", 2, "case"), ("a", "DET", 2, "det"), ("letter", "NOUN", 2, "")),
)


@dataclass
class Tree:
    """A sentence on its way."""

    words: list[str]
    tags: list[str]
    heads: list[int]
    deps: list[str]

    def add(self, phrase: Phrase, head: int | None, relation: str) -> int:
        """The place of the phrase's head; without a `head` it is its own."""
        start = len(self.words)
        top = start + next(place for place, word in enumerate(phrase) if word[2] == place)
        for place, (form, tag, own, dep) in enumerate(phrase):
            self.words.append(form)
            self.tags.append(tag)
            self.heads.append((top if head is None else head) if start + place == top else start + own)
            self.deps.append(relation if start + place == top else dep)
        return top


def templates(vocabulary: Vocabulary, nlp: Language, seed: int = 0) -> Iterator[Doc]:
    """`SENTENCES` Docs, the same for the same vocabulary and seed."""
    rng = random.Random(seed)
    fitting = (cue for cue in vocabulary.cues if cue.language == "en" and cue.pos == "VERB" and not cue.words)
    verbs = sorted({cue.lemma for cue in fitting if "obj" in cue.target and cue.holder == ("nsubj",)})
    names = sorted(dict(actor.labels).get("en", "") for actor in vocabulary.actors.values() if actor.kind == "state")
    single = [name for name in names if name.isalpha()]
    for _ in range(SENTENCES):
        yield sentence(rng, rng.choice(verbs), rng.choice(single), nlp)


def sentence(rng: random.Random, verb: str, state: str, nlp: Language) -> Doc:
    """Subject, perhaps an adverb, verb, object; or a call on somebody to do so."""
    tree = Tree([], [], [], [])
    named: Phrase = ((state, "PROPN", 0, ""),)
    subject = named if rng.random() < 0.5 else rng.choice(SUBJECTS)
    adverb = rng.choice(("strongly", "also", "now")) if rng.random() < 0.25 else ""
    calls = rng.random() < 0.2
    root = len(subject) + bool(adverb)
    tree.add(subject, root, "nsubj")
    if adverb:
        tree.add(((adverb, "ADV", 0, ""),), root, "advmod")
    first, *particle = ("call" if calls else verb).split()
    tree.add(((third_person(first), "VERB", 0, ""),), None, "ROOT")
    for word in particle:
        tree.add(((word, "ADP", 0, ""),), root, "compound:prt")
    if not calls and rng.random() < 0.2:
        tree.add(rng.choice(ADJUNCTS), root, "obl")
    top = called_on(tree, root, rng, verb) if calls else root
    tree.add(rng.choice(OBJECTS), top, "obj")
    tree.add(((".", "PUNCT", 0, ""),), root, "punct")
    return document(tree, nlp)


def called_on(tree: Tree, root: int, rng: random.Random, verb: str) -> int:
    """ "… on Iran to …"; the place of the infinitive."""
    tree.add((("on", "ADP", 1, "case"), (rng.choice(("Iran", "Israel", "Russia")), "PROPN", 1, "")), root, "obl")
    infinitive = len(tree.words) + 1
    tree.add((("to", "PART", 0, ""),), infinitive, "mark")
    tree.add(((verb.split()[0], "VERB", 0, ""),), root, "xcomp")
    for particle in verb.split()[1:]:
        tree.add(((particle, "ADP", 0, ""),), infinitive, "compound:prt")
    return infinitive


def third_person(verb: str) -> str:
    """condemn → condemns, push → pushes, deny → denies"""
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(SYLLABIC) else f"{verb}s"


def document(tree: Tree, nlp: Language) -> Doc:
    words = tree.words
    spaces = [following not in (".", "'s") for following in (*words[1:], ".")]
    return Doc(
        nlp.vocab,
        words=words,
        spaces=spaces,
        tags=[*tree.tags],
        heads=[*tree.heads],
        deps=[*tree.deps],
        sent_starts=[place == 0 for place in range(len(words))],
    )
