"""Main clauses in a row: »Norwegen fordert den Bau einer Brücke, *Parteichef Lund lehnte ab*« are two.

The parser takes what stands behind the comma for one more noun of the first clause, and leaves the second verb without
a subject; or it takes the second clause for what »dafür« points to.
"""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, VERBAL, case_of, finite_verb, has_zu, is_accusative, is_plural
from kg.analyse.mend.commas import comma_before
from kg.analyse.mend.for_or_against import POINTING
from kg.analyse.mend.verbs_joined import has_plural_form, is_indicative, is_main
from kg.analyse.relative import is_relative
from kg.analyse.settled import children, has, sent_of

ADDED = ("parataxis", "conj", "ccomp", "advcl")
ASTRAY = ("conj", "appos", "nmod", "flat:name", "obj", "obl")
SUBJECTS = ("nsubj", "nsubj:pass", "csubj")
BELOW = ("acl:relcl", "acl", "xcomp")
ARTICLES = {"die", "der", "das"}


def set_clause(clause: Token) -> None:
    """Gives the second clause its subject, and its place beside the first one."""
    if clause.dep_ in BELOW and not has(clause, "mark"):
        set_second(clause)
    if clause.dep_ not in ADDED or has(clause, "mark"):
        return
    if clause.dep_ == "ccomp" and points_at(clause) and is_main(clause):
        clause.dep_ = "parataxis"
    elif not has(clause, *SUBJECTS) and (noun := lost_subject(clause)) is not None:
        noun.head, noun.dep_ = clause, "nsubj"
        clause.dep_ = "parataxis"
        for pronoun in children(clause, "expl"):
            pronoun.dep_ = "obj"


def set_second(clause: Token) -> None:
    """»…, *die Kommission stimmte* dagegen«: a relative clause has its verb at its end, and an infinitive »zu«."""
    finite = finite_verb(clause)
    if finite is None or not is_indicative(finite) or finite.i - 2 <= sent_of(finite).start or has_zu(clause):
        return
    comma = comma_before(finite)
    main = next((word for word in clause.ancestors if word.pos_ in VERBAL), None)
    if comma is None or main is None or main.i > comma.i or not is_main(main):
        return
    if clause.dep_ == "xcomp" and not has(main, "obj", "nsubj:pass"):
        return  # what is said may stand without »dass«
    noun = opening_noun(before_contrast(comma, finite), finite)
    if noun is None or is_plural(noun) != has_plural_form(finite):
        return
    noun.head, noun.dep_ = clause, "nsubj"
    clause.head, clause.dep_ = main, "parataxis"


def before_contrast(comma: Token, finite: Token) -> list[Token]:
    """»…, *die Kommission* hingegen stimmte«: what stands between the comma and the verb, less that adverb."""
    phrase = list(finite.doc[comma.i + 1 : finite.i])
    last = phrase[-1] if len(phrase) > 1 else None
    contrasts = last is not None and (last.lower_ in closed(last).contrasting or last.lower_ == "dagegen")
    return phrase[:-1] if contrasts else phrase


def opening_noun(phrase: list[Token], finite: Token) -> Token | None:
    """»*die kenianische Kommission*«, »*Berlin*«: the one noun before the verb; »die« is its article."""
    *before, noun = phrase or [finite]
    if noun.pos_ not in NOUNS or is_accusative(noun) or any(word.pos_ in NOUNS for word in before):
        return None
    article = before[0] if before else None
    if article is None:
        return noun if noun.pos_ == "PROPN" else None
    last = finite.i + 1 >= len(finite.doc) or finite.nbor().is_punct
    if article.lower_ not in ARTICLES or last or any(word.pos_ != "ADJ" for word in before[1:]):
        return None
    article.head, article.dep_, article.pos_ = noun, "det", "DET"
    for word in before[1:]:
        word.head, word.dep_ = noun, "amod"
    return noun


def points_at(clause: Token) -> bool:
    """»stimmten *dafür*, die Ukraine war dagegen«: without »dass« it is no clause that »dafür« points to."""
    return any(word.lower_ in POINTING and word.i < clause.i for word in clause.head.children)


def lost_subject(clause: Token) -> Token | None:
    """What stands alone between the comma and the finite verb, and hangs on a word before the comma."""
    finite = finite_verb(clause)
    if finite is None or not is_indicative(finite) or finite.i - 2 <= sent_of(finite).start:
        return None
    comma = comma_before(finite)
    if comma is None:
        return None
    phrase = before_contrast(comma, finite)
    heads = [word for word in phrase if word.head.i < comma.i and word.dep_ in ASTRAY]
    noun = heads[0] if len(heads) == 1 else None
    if noun is None or noun.pos_ not in NOUNS or case_of(noun) or noun.left_edge.i < comma.i:
        return None
    if has(clause, "expl") and noun.pos_ != "PROPN":
        return None  # »…, Kritik gab *es*«; but »…, Dänemark lehnte *es* ab«
    fits = noun.right_edge == phrase[-1] and not is_accusative(noun) and is_plural(noun) == has_plural_form(finite)
    return noun if fits and not is_verb_last(phrase[0], finite) else None


def is_verb_last(first: Token, finite: Token) -> bool:
    """»…, *die* Ärzte fordern«: a relative clause looks the same where its verb is the last word."""
    return is_relative(first) or (first.pos_ == "DET" and (finite.i + 1 >= len(finite.doc) or finite.nbor().is_punct))
