"""Phrases of German that the parser hangs on their neighbour, though marks, articles or the verb disprove it."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, VERBAL, case_of, is_passive
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor

DASHES = {"–", "—", "-"}
MARKS = DASHES | {","}
APART = {"parataxis", "appos", "conj", "nmod", "obl", "obj"}
ASIDE = {"anders", "wie", "ähnlich", "ebenso", "genauso", "trotz", "ungeachtet", "entgegen", "im"}  # begin one
OPENING = {"„", "»", '"', "‚"}
ADJECTIVES = {"nmod", "compound", "det"}  # what the parse takes a first name for
BARE = ("obj", "nsubj", "obl", "iobj", "nmod")
PLAYED = ("obj", "obl", "obl:arg", "nsubj:pass")  # parts that »sondern« takes back
NAMED = {"LOC", "ORG", "PER"}
JUDGING = (*NOUNS, "ADJ")
PHRASING = {"zu", "weit", "dass", "eigen"}  # words that may show a phrase in the wrong place


def set_phrases(token: Token) -> None:
    """Each phrase that is plainly in the wrong place gets its own."""
    pos, word = token.pos_, token.lower_
    if pos in NOUNS:
        if pos == "NOUN":
            set_surname(token)
        if token.dep_ in APART:
            set_behind_aside(token)
        if token.dep_ == "conj" and token.head.pos_ in VERBAL:
            set_instead(token)
        if token.pos_ == "PROPN" and token.dep_ in BARE:
            set_receiver(token)
    if pos in JUDGING:
        set_judgement(token)
    if word == "zu" and token.dep_ == "advmod":
        set_degree(token)
    elif word == "weit":
        set_too_far(token)
    elif word == "dass" and token.dep_ == "mark":
        set_second_that(token)
    elif word == "eigen" and token.head.lemma_ == "machen":
        set_own(token)
    elif pos in VERBAL and token.lemma_ == "finden" and token.dep_ == "cop":
        set_finding(token)


def set_surname(noun: Token) -> None:
    """»*Renate Kern* sagte …«: behind a first name a bare noun that looks like any other is the surname."""
    first = noun.nbor(-1) if noun.i else noun
    person = first.ent_type_ == "PER" and first.pos_ == "PROPN" and first.head == noun and first.dep_ in ADJECTIVES
    if not person or first.text.endswith("s") or noun.ent_type_ or is_actor(noun) or is_a(noun, "abstract"):
        return
    if has(first, "case", "det") or has(noun, "case", "det", "amod"):
        return
    first.head, first.dep_ = (first, "ROOT") if noun.dep_ == "ROOT" else (noun.head, noun.dep_)
    for child in [child for child in noun.children if child.i != first.i]:
        child.head = first
    noun.head, noun.dep_, noun.pos_, noun.lemma_ = first, "flat:name", "PROPN", noun.text


def set_behind_aside(noun: Token) -> None:
    """»lobte – anders als Norwegen – *die Reform*«: behind the insertion the clause of its verb goes on."""
    verb = aside_of(noun)
    if verb is None or (noun.head == verb and noun.dep_ in ("obj", "obl")):
        return
    if case_of(noun):
        noun.head, noun.dep_ = verb, "obl"
    elif not has(verb, "obj", "nsubj:pass"):
        noun.head, noun.dep_ = verb, "obj" if has(verb, "nsubj") else "nsubj"


def set_instead(noun: Token) -> None:
    """»fordert keine Steuern, sondern *eine Reform*«: joined to the noun that it stands instead of, not to the verb."""
    if not any(mark.lower_ in closed(mark).but for mark in children(noun, "cc")):
        return
    before = [word for word in children(noun.head, *PLAYED) if word.pos_ in NOUNS and noun.head.i != word.i < noun.i]
    same = [word for word in before if case_of(word) == case_of(noun)]
    if same:
        noun.head = same[-1]


def aside_of(noun: Token) -> Token | None:
    """The verb that an insertion right before the noun interrupts; None if there is none."""
    edge = noun.left_edge
    if edge.text not in MARKS and (edge.i == 0 or edge.nbor(-1).text not in MARKS):
        return None
    first = next((word for word in noun.subtree if not word.is_punct), noun)
    mark = noun.doc[first.i - 1] if first.i > sent_of(noun).start else first
    if mark.text not in MARKS:
        return None
    before = noun.doc[sent_of(noun).start : mark.i]
    opening = next((word for word in reversed(before) if word.text == mark.text), None)
    if opening is None or opening.i == sent_of(noun).start:
        return None
    verb = opening.nbor(-1)
    aside = mark.text in DASHES or opening.nbor().lower_ in ASIDE
    open_ = verb.pos_ == "VERB" and feature(verb, "VerbForm") == "Fin" and not is_passive(verb)
    return verb if aside and open_ else None


def set_receiver(name: Token) -> None:
    """»warfen *Ankara* vor, …«, »empfahl *Marokko*, …«: a bare name beside such a verb is whom it is given to."""
    verb = name.head
    if not is_a(verb, "giving") or name.ent_type_ not in NAMED or case_of(name) or has(name, "det"):
        return
    if name.i > verb.i and any(child.i < verb.i for child in children(verb, "nsubj")) and name.dep_ != "nmod":
        name.dep_ = "obl:arg"


def set_judgement(word: Token) -> None:
    """»nannte den Verkauf der Häfen „*Symbolpolitik*“«, »sprach nach dem Urteil *von einem Skandal*«: the label."""
    verb = next((above for above in word.ancestors if above.pos_ not in NOUNS), None)
    if verb is None or verb.pos_ != "VERB" or word.head == verb or word.i < verb.i:
        return
    if verb.lemma_ == "nennen" and word.dep_ == "appos" and is_quoted(word):
        word.head, word.dep_ = verb, "xcomp"
    elif word.dep_ == "nmod" and is_label(word, verb):
        word.head, word.dep_ = verb, "obl"


def is_label(noun: Token, verb: Token) -> bool:
    """»hielt den Plan *für einen Rückschritt*«, »sprach von *einem* Skandal«; of the verb there is no other."""
    case = case_of(noun)
    if verb.lemma_ == "halten":
        return case == "für" and noun.head.dep_ == "obj"
    if (
        verb.lemma_ != "sprechen"
        or case != "von"
        or any(case_of(other) in ("von", "über") for other in children(verb, "obl", "obl:arg"))
    ):
        return False
    return is_quoted(noun) or any(article.lower_.startswith("ein") for article in children(noun, "det"))


def is_quoted(word: Token) -> bool:
    return any(mark.text in OPENING for mark in opening_marks(word))


def opening_marks(word: Token) -> Iterator[Token]:
    """What stands before the phrase or at its beginning."""
    first = word.left_edge.i
    yield from (token for token in word.doc[max(first - 1, sent_of(word).start) : word.i] if token.is_punct)


def set_degree(particle: Token) -> None:
    """»geht dem Land *zu weit*«: of the adverb behind it, and no mark of an infinitive."""
    if particle.i + 1 >= sent_of(particle).end:
        return
    behind = particle.nbor()
    if behind.pos_ in ("ADV", "ADJ") and behind.head == particle.head:
        particle.head = behind


def set_too_far(adverb: Token) -> None:
    """»*Greenpeace* geht das zu weit«: of two that stand without an article's case, who can act is the dative."""
    verb = adverb.head if adverb.head.pos_ == "VERB" else adverb.head.head
    if verb.lemma_ != "gehen":
        return
    bare = [child for child in children(verb, "nsubj", "obj", "obl:arg", "iobj") if not case_of(child)]
    somebody = [
        noun for noun in bare if noun.pos_ in NOUNS and (noun.pos_ == "PROPN" or is_actor(noun) or is_role(noun))
    ]
    if len(bare) != 2 or len(somebody) != 1:
        return
    for noun in bare:
        noun.dep_ = "obl:arg" if noun in somebody else "nsubj"


def is_role(noun: Token) -> bool:
    """»*Parteichef* Henrik Lund«"""
    return any(name.ent_type_ == "PER" for name in children(noun, "appos", "flat:name"))


def set_second_that(mark: Token) -> None:
    """»…, dass A endet *und dass B beginnt*«: the second clause is joined to the first."""
    clause, before = mark.head, mark.doc[sent_of(mark).start : mark.i]
    if not len(before) or mark.nbor(-1).pos_ != "CCONJ" or clause.dep_ not in ("advcl", "ccomp", "parataxis"):
        return
    first = next((other.head for other in reversed(before) if other.lower_ == "dass" and other.dep_ == "mark"), clause)
    if first != clause and not clause.is_ancestor(first):
        clause.head, clause.dep_ = first, "conj"


def set_finding(verb: Token) -> None:
    """»Das *finde* ich *richtig*«, parsed as if »finden« were a copula."""
    judgement = verb.head
    verb.head, verb.dep_ = (verb, "ROOT") if judgement.dep_ == "ROOT" else (judgement.head, judgement.dep_)
    for child in [child for child in judgement.children if child.dep_ not in ("advmod", "mark")]:
        child.head = verb
    judgement.head, judgement.dep_ = verb, "xcomp"


def set_own(word: Token) -> None:
    """»macht sich *den Vorschlag* zu eigen«: the object is that of the verb, and »eigen« is none."""
    for child in [*children(word, "obj", "nsubj")]:
        child.head = word.head
    word.pos_, word.lemma_ = "ADJ", "eigen"
