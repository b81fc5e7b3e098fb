"""Positions that leave it to the text before them what they are about: »Norwegen *lehnte ab*«, »*Kritik* kam von …«."""

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import case_of, is_kein, is_passive
from kg.analyse.settled import children, has
from kg.analyse.words import is_a
from kg.recognise.frames import Frame, comes

MAIN = {"ROOT", "conj", "parataxis"}
OTHER = ("obj", "iobj", "obl:arg", "ccomp", "xcomp", "csubj")
COMPLEMENTS = ("nmod", "acl", "acl:relcl", "conj", "ccomp", "xcomp", "appos", "det:poss")
BACK = ("gleich", "ähnlich", "selb", "solch", "entsprechend")


def leaves_it(current: Frame) -> bool:
    """Whether it is about what the sentence before was about."""
    if current.targets or current.match.token.lang_ == "en":
        return False
    return is_label(current) or is_answer(current)


def is_label(current: Frame) -> bool:
    """»sprach von einem Skandal«: a judgement that leaves it to the sentence before what it is about."""
    match = current.match
    noun = match.token.head if match.token.dep_ == "amod" else match.token
    judges = match.supported and match.cue.holder == ("owner",)
    says_all = has(noun, "nmod", "acl", "conj") or any(map(is_kein, noun.children))
    return judges and match.verb.lemma_ == "sprechen" and case_of(noun) == "von" and not says_all


def is_answer(current: Frame) -> bool:
    """»Norwegen *lehnte ab*«, »Chile zeigte sich *empört*«, »*Ablehnung* kam von Ghana«."""
    match = current.match
    token, verb = match.token, match.token.head if comes(match.token) else match.verb
    if not current.holders or not is_main(verb) or is_passive(verb):
        return False
    if token.pos_ == "NOUN":
        return is_voiced(current) and says_nothing(token) and not (comes(token) and has(token, "det"))
    if token.pos_ == "ADJ":
        return is_a(token, "answering") and (has(token, "cop") or is_a(verb, "showing"))
    others = (child for child in children(token, *OTHER) if child.lower_ not in closed(token).reflexive)
    return is_a(token, "answering") and next(others, None) is None


def is_voiced(current: Frame) -> bool:
    """»*Zustimmung* kam von …«, »äußerte *Bedenken*«; who offers »Unterstützung« helps, and does not answer."""
    token, verb = current.match.token, current.match.verb
    if comes(token) or is_a(verb, "voicing"):
        return True
    return current.match.supported and current.match.cue.stance != "supports"


def is_main(verb: Token) -> bool:
    return verb.dep_ in MAIN and verb.head.dep_ == "ROOT"  # the root is its own head


def says_nothing(noun: Token) -> bool:
    """»Kritik«, »scharfe Kritik«, »die gleiche Forderung«; not »ihre Kritik«, »die Forderung«."""
    if has(noun, *COMPLEMENTS):
        return False
    back = any(child.lemma_.startswith(BACK) for child in children(noun, "amod", "det"))
    return back or all(child.lemma_ in closed(noun).indefinite for child in children(noun, "det"))
