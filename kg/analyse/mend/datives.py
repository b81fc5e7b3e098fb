"""»Am Montag stimmte das Parlament *der Reform* zu«: an object in the dative that looks like a genitive."""

from spacy.tokens import Token

from kg.analyse.grammar import NOUNS, case_of, is_dative, is_plural
from kg.analyse.settled import children, has
from kg.analyse.words import is_a, is_actor

FEMININE = {"der", "dieser", "einer", "seiner", "ihrer", "jeder", "keiner"}  # articles of both cases
PRONOUNS = {"ihm", "ihr", "ihnen", "dem", "der", "denen", "mir", "uns", "dir", "euch"}
OBJECTS = ("obl:arg", "iobj", "obl", "obj")


def set_dative(noun: Token) -> None:
    """Takes it from the subject right before it, where the verb has nothing else that it could need in that case."""
    subject = noun.head
    verb = subject.head
    if subject.dep_ == "nmod" and not case_of(subject):  # »die Regierung *der Türkei* der Union«
        subject, verb = verb, verb.head
    if subject.dep_ not in ("nsubj", "obj") or verb.pos_ != "VERB" or not looks_genitive(noun):
        return
    acting = subject.dep_ == "nsubj" or is_first_of_two(subject, verb)
    if acting and is_needed(noun, verb) and not has_dative(verb):
        noun.head, noun.dep_, subject.dep_ = verb, "obl:arg", "nsubj"


def is_first_of_two(noun: Token, verb: Token) -> bool:
    """»unterstellte *die Kanzlerin* der Opposition Faulheit«: of two objects without a subject the first one acts."""
    found = list(children(verb, "nsubj", "obj"))
    return len(found) > 1 and found[0] == noun and not has(verb, "nsubj")


def looks_genitive(noun: Token) -> bool:
    """»der Reform«, »ihrer Partei«: a singular without a preposition; nothing of it stands before the article."""
    article = next((child for child in children(noun, "det", "det:poss")), None)
    if article is None or article.lower_ not in FEMININE or is_plural(noun) or case_of(noun):
        return False
    return article.i == noun.left_edge.i and article.i > noun.head.i


def is_needed(noun: Token, verb: Token) -> bool:
    """»stimmte der *Reform* zu« says to what, »warf der *Opposition* vor« whom."""
    somebody = noun.pos_ == "PROPN" or is_actor(noun)
    if is_a(verb, "agreeing"):
        return not somebody or (verb.lemma_ == "beitreten" and noun.head.pos_ == "PROPN")
    return somebody and is_a(verb, "reproaching")


def has_dative(verb: Token) -> bool:
    bare = (child for child in children(verb, *OBJECTS) if not case_of(child))
    return any(child.dep_ in OBJECTS[:2] or is_dative(child) or is_dative_pronoun(child) for child in bare)


def is_dative_pronoun(word: Token) -> bool:
    return word.pos_ not in NOUNS and word.lower_ in PRONOUNS
