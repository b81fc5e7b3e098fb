"""What a position is about, as a short phrase that is clear without the text."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, case_of, has_zu, is_kein, is_passive, not_all
from kg.analyse.relative import antecedent
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor
from kg.link.nominal import is_day, phrase, written
from kg.recognise.joint_clauses import said_apart
from kg.recognise.relatives import content_of, in_short, told_of
from kg.recognise.shorten import LONGEST, SHORTER, WHOLE, count, short_clause, shortened

ITEM = re.compile(r"\(?(\d+|[a-z])[.)]")
OWN_CLAUSE = ("amod", "acl:relcl")  # »die *geforderten* Reformen«, "the reforms that they *demanded*"
CLAUSE_PARTS = frozenset({"nsubj", "cop", "aux", "mark"})  # of a predicate: »Belgien ist gegen den *Plan*«
TERMS = {"binnen", "innerhalb"}  # say by when: »Neuwahlen *binnen 60 Tagen*«
COMPLEMENTS = ("nmod", "nmod:poss", "det:poss", "appos", "acl", "conj", "flat:name")


def target_phrase(
    targets: Iterable[Token], *, clause: bool, cue: Token, holders: Collection[Token] = (), gone: Collection[Token] = ()
) -> str:
    """The phrase of one or more targets, without the cue and what is `gone`; '' if it points to what is not named."""
    heads = tuple(targets)

    def part(token: Token, room: int = LONGEST) -> str:
        if clause or token.pos_ in VERBAL:
            return clause_text(token, cue, holders, gone, room)
        return noun_text(token, cue, heads, room, holders)

    *before, last = [part(token) for token in heads] or [""]
    room = LONGEST - sum(words_in(each) for each in before)
    if before and words_in(last) > room:  # what shall be done says more than who shall do it
        last, before = (part(heads[-1], room), before) if room >= LONGEST // 2 else (last, [])
    return ": ".join(each for each in (*before, last) if each)


def noun_text(
    noun: Token,
    cue: Token | None = None,
    others: Collection[Token] = (),
    room: int = LONGEST,
    holders: Collection[Token] = (),
) -> str:
    """The noun phrase without its article, what is a target of its own, and the cue in it (»geforderte Reformen«)."""
    if is_pointing(noun) or noun.lower_ in closed(noun).present:
        return ""
    drops = (WHOLE, *SHORTER) if says_little(noun, cue) else SHORTER
    joint = of_others(noun, cue, holders)
    tokens = [token for token in shortened(noun, drops, (), room)[-LONGEST:] if token not in joint]
    if not joint:
        tokens += following_phrases(noun, tokens, cue, others, room)
    own = without_determiner(tokens, noun)
    told = [] if joint else told_behind(bare_end(own) or noun, cue, own, room)
    return " ".join(written([*own, *told]))


def bare_end(tokens: list[Token]) -> Token | None:
    """»Zölle auf *Waren*, die …«: a noun without an article at the end, of which the clause says which ones."""
    last = tokens[-1] if tokens else None
    return last if last is not None and last.pos_ == "NOUN" and not has(last, "det", "det:poss") else None


def told_behind(noun: Token, cue: Token | None, tokens: list[Token], room: int = LONGEST) -> list[Token]:
    """»lehnt ein Abkommen ab, *das den Export erlaubt*«: the clause of a noun that says little, where it has room."""
    clause = next(chain(told_of(noun), content_of(noun)), None)
    if clause is None or clause in tokens or not says_little(noun, cue):
        return []
    around = cue is not None and (clause == cue or clause.is_ancestor(cue))
    return [] if around else in_short(clause, tokens, room - count(tokens))


def of_others(noun: Token, cue: Token | None, holders: Collection[Token]) -> set[Token]:
    """What stands below a noun and is no part of the target: other targets, the clause of the cue, who holds it."""
    parts = [*split_off(noun), *children(noun, *CLAUSE_PARTS)]
    if cue is not None and cue.head.i == noun.i and cue.dep_ in OWN_CLAUSE:
        parts.append(cue)
    if cue is not None and cue.i != noun.i and (cue.pos_ == "NOUN" or is_passive(cue)):
        parts += [holder for holder in holders if noun.is_ancestor(holder)]
    return {token for part in parts for token in part.subtree}


def says_little(noun: Token, cue: Token | None) -> bool:
    """»Chefs, die Verantwortung tragen«, »diese Entscheidung«: its relative clause says what is meant by the noun."""
    clauses = children(noun, "acl:relcl")
    if cue is not None and any(clause == cue or clause.is_ancestor(cue) for clause in clauses):
        return False  # »der Plan, der von X abgelehnt wird«
    bare = noun.lang_ != "en" and noun.pos_ == "NOUN" and not has(noun, *COMPLEMENTS)
    return bare or is_a(noun, "summing")


def following_phrases(
    noun: Token, tokens: list[Token], cue: Token | None = None, others: Collection[Token] = (), room: int = LONGEST
) -> list[Token]:
    """Prepositional phrases right behind a noun mostly belong to it, where the parser hangs them on the verb."""
    found: list[Token] = []
    place = tokens[-1].i + 1
    above = (noun.head, noun.head.head) if noun.head.pos_ == "NOUN" else (noun.head,)
    heads = {head for word in above for head in children(word, "obl", "nmod")}
    for phrase_head in sorted(heads, key=lambda token: token.i):
        own = phrase(phrase_head, drop=SHORTER[-1] - {"appos"} if is_titled(phrase_head) else SHORTER[-1])
        if own[0].i != place or phrase_head in others or not goes_with(own[0], phrase_head, noun, cue):
            continue
        if count(tokens) + count(found) + count(own) > room:
            break
        found += own
        place = own[-1].i + 1
    return found


def goes_with(preposition: Token, head: Token, noun: Token, cue: Token | None) -> bool:
    """»den Plan *für den Hafen*«, but not »den Plan *laut Merk*«, »den Plan *am Dienstag*«."""
    met = cue is not None and cue.lemma_ == "stoßen" and preposition.lower_ == "auf"  # »stieß *auf Kritik*«
    if preposition.dep_ != "case" or head == cue or met or (is_circumstance(head) and preposition.lower_ not in TERMS):
        return False
    if preposition.lower_ == "wegen":
        return cue is not None and cue.pos_ == "VERB" and (noun.pos_ == "PROPN" or is_actor(noun))
    return preposition.lower_ not in closed(noun).elsewhere or is_role(preposition, noun, cue)


def is_role(preposition: Token, noun: Token, cue: Token | None) -> bool:
    """»für Merk *als* Kandidaten«: what somebody shall be; »den Plan als Fehler« tells what is thought of the plan."""
    judges = cue is not None and cue in preposition.head.subtree
    named = noun.pos_ == "PROPN" or has(noun, "case")
    return named and preposition.lower_ in closed(noun).role and not judges


def is_titled(noun: Token) -> bool:
    """»zum Thema *Arbeitsmarkt*«: an apposition without a comma before it says which one."""
    return any(child.i == noun.i + 1 for child in children(noun, "appos"))


def is_circumstance(noun: Token) -> bool:
    """»am Dienstag«, »in einem Interview«, »vor 20 Jahren«: when and where, and not what."""
    return is_day(noun) or is_a(noun, "occasion") or noun.pos_ == "NUM" or has(noun, "nummod")


def split_off(noun: Token) -> list[Token]:
    """Coordinated nouns with an article or preposition of their own are targets of their own."""
    joint = list(children(noun, "conj"))
    own = joint and all(has(token, "det", "case") for token in joint)
    return [*joint, *(cc for token in joint for cc in children(token, "cc"))] if own else []


def clause_text(
    verb: Token,
    cue: Token,
    holders: Collection[Token] = (),
    without: Collection[Token] = (),
    room: int = LONGEST,
) -> str:
    """The clause without its auxiliaries, what introduces it, the cue in it, a pronoun or a holder as its subject."""
    infinitive = closed(verb).infinitive
    auxiliary = ("aux",) if verb.lang_ == "en" and has_zu(verb) else ("aux", "aux:pass")  # "to be lifted"
    dropped = set(children(verb, *auxiliary))
    # »zu« stays, but for that of »… zu können«
    dropped |= {
        child
        for child in children(verb, "mark", "punct", "cc")
        if child.lower_ not in infinitive or (child.dep_ == "mark" and child.i > verb.i)
    }
    dropped |= set(said_apart(verb)) | set(sources(verb)) | set(connectives(verb))
    dropped |= {child for child in children(verb, "nsubj", "expl") if child.pos_ == "PRON" or child in holders}
    if cue.i != verb.i and verb.is_ancestor(cue) and cue.dep_ != "aux":
        dropped.add(cue)  # »nach Vorschlägen der USA«
    related = next(relatives(verb), None)
    dropped |= {related} if related is not None else set()
    gone = {token for head in dropped for token in head.subtree} | set(numbering(sent_of(verb))) | set(without)
    opening = meant(related, verb) if related is not None else []
    tokens = short_clause(verb, gone, room)
    last = next((word for word in reversed(tokens) if word.pos_ == "NOUN"), None)
    told = told_behind(last, cue, tokens, room) if last is not None and not opening else []
    return " ".join([*opening, *written([*tokens, *told])][:LONGEST])


def connectives(verb: Token) -> Iterator[Token]:
    """»will *zudem* den Handel einschränken«: what joins the sentence to the one before."""
    own = closed(verb).connecting | closed(verb).contrasting
    return (child for child in children(verb, "advmod", "cc") if child.lower_ in own)


def sources(verb: Token) -> Iterator[Token]:
    """»soll *laut Merk* steigen«, »sollte *aus Sicht von Merk* …«: who says it is no part of what is said."""
    for noun in children(verb, "obl", "nmod") if verb.lang_ != "en" else ():
        case = case_of(noun)
        told = case == "laut" or case == "zufolge" or (case in ("nach", "gemäß") and is_a(noun, "attributing"))
        told = told or (case == "aus" and noun.lemma_ == "Sicht")
        if told and not is_a(noun, "law"):
            yield noun


def relatives(verb: Token) -> Iterator[Token]:
    """»der Plan, *dem* die SPD zustimmen will«: the pronoun that only says what the clause belongs to."""
    if verb.dep_ != "acl:relcl" or verb.lang_ == "en":
        return
    pronouns = (child for child in children(verb, "obj", "iobj", "obl:arg", "obl") if child.pos_ == "PRON")
    yield from (pronoun for pronoun in pronouns if antecedent(pronoun).i != pronoun.i)


def meant(pronoun: Token, verb: Token) -> list[str]:
    """»*dem Gesetz*, mit dem …«: the noun in the place of the pronoun, behind the preposition."""
    preposition = [case.text for case in children(pronoun, "case")]
    return [*preposition, *noun_text(antecedent(pronoun), verb).split()]


def numbering(sent: Span) -> Iterator[Token]:
    """»3. Die Sanktionen …«: the number of a paragraph."""
    if len(sent) > 1 and ITEM.fullmatch(sent[0].text):
        yield sent[0]


def words_in(phrase: str) -> int:
    return len(phrase.split())


def without_determiner(tokens: list[Token], noun: Token) -> list[Token]:
    """No article, no »kein« and no preposition of the frame (»gegen den Plan« → »Plan«)."""
    before = (child for child in children(noun, "case", "det") if child.i < noun.i)
    leading = {child for child in before if child.lower_ in closed(noun).articles or is_kein(child)}
    leading |= set(children(noun, "case", "cc"))
    before = (child for child in children(noun, "advmod") if child.i < noun.i and child.pos_ == "ADV")
    leading |= {word for child in before for word in child.subtree}  # »*nicht nur* die Reform«
    leading |= set(not_all(noun))
    return [token for token in tokens if token not in leading]


def is_pointing(token: Token) -> bool:
    return token.pos_ in ("PRON", "DET", "ADV") and token.lower_ in closed(token).pointing
