"""What a cue is about where no slot of its frame is filled: what the parse hangs elsewhere, and what needs no slot."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, case_of, clause_of, coordinated, is_kein
from kg.analyse.settled import children, has
from kg.analyse.slots import fillers, subjects
from kg.analyse.words import is_a, is_actor
from kg.find.cues import CueMatch, amounts
from kg.link.nominal import is_day

ASTRAY = {"für", "gegen", "vor"}  # mostly of the verb that asks for them, wherever the parse hangs them
ASKED_FOR = {"an", "auf", "gegenüber", "hinter", "nach", "über", "um"}  # of a verb that has no other object
JUDGING = {
    "sehen": ("in",),
    "sprechen": ("zu", "mit", "in", "nach", "angesichts", "wegen"),
}  # where what they judge stands
ASPECTS = {"Blick", "Hinblick", "Bezug", "Zusammenhang"}
CONCERNING = {"hinsichtlich", "bezüglich", "betreffs", "angesichts"}
TELLING = {"lauten", "bleiben", "sein", "bestehen"}
VOTING = {"mit", "gegen"}
CLAUSAL = {"ccomp", "xcomp", "head", "question"}


def other_target(match: CueMatch) -> tuple[list[Token], str]:
    """What a cue is about where no slot is filled: the clause that it frames, its own word, its own compound."""
    token = match.token
    if (found := astray(match))[0]:
        return found
    if (thing := judged_by(match)) is not None:
        return [thing], "obj"
    if match.cue.holder == ("owner",) and amounts(token):
        return subjects(token.head)[:1], "nsubj"
    if (thing := looked_at(match)) is not None:
        return [thing], "obj"
    if (thing := next(concerned(match), None)) is not None:
        return [thing], "obj"
    if match.cue.words and token.lemma_ == "Stimme":
        return voted_on(token), "obj"
    if (noun := next(later_object(match), None)) is not None:
        return [noun], "obj"
    if frames_clause(token):
        return [clause_of(token)], "head"
    if told := told_of(match):
        return told, "nsubj"
    if noun := next((child for child in token.children if is_word(child, match)), None):
        return [noun], "obj"
    if token.pos_ == "ADJ" and match.supported and (judged := list(children(token, "compound"))):
        return judged[-1:], "obj"  # "called the treaty unacceptable", parsed as one phrase
    if match.cue.pos == "ADJ" and (
        there := [word for word in token.children if word.lower_ == "da" and word.i < token.i and word.dep_ != "mark"]
    ):
        return there, "obj"  # »*Da* bin ich skeptisch«
    if token.lower_ in closed(token).pointing and match.cue.pos == "ADJ":
        return [token], "obj"  # »Norwegen ist *dagegen*«
    if names_it(match):
        return [token], "compound"
    return [], ""


def frames_clause(noun: Token) -> bool:
    """»*auf Drängen* Ungarns …«, »*nach dem Willen* der SPD *soll* …«: the noun is about what the sentence says."""
    if noun.pos_ != "NOUN" or (preposition := case_of(noun)) not in closed(noun).framing:
        return False
    return not has(noun, "det") or (preposition != "auf" and is_due(clause_of(noun)))


def is_due(clause: Token) -> bool:
    """»soll gesenkt werden«"""
    return any(modal.lemma_ == "sollen" for modal in (clause, *children(clause, "aux")))


def judged_by(match: CueMatch) -> Token | None:
    """»sieht *in dem Plan* eine Gefahr«, »sprach *mit Blick auf den Plan* von einem Fehler«."""
    verb = match.verb
    if any(map(is_kein, match.token.children)):  # who sees no danger in it is not thereby for it
        return None
    if not match.supported or verb.lang_ == "en" or match.cue.holder != ("owner",):
        return None
    front = (noun for noun in children(verb, "obl:arg", "iobj") if noun.i < verb.i and noun.pos_ in NOUNS)
    if match.token.dep_ in ("obj", "xcomp") and (first := next(front, None)) is not None:
        return None if case_of(first) else first  # »*Den Plan* nannte Merk einen Fehler«
    for slot in JUDGING.get(verb.lemma_, ()):
        for noun in fillers(verb, slot):
            when = is_a(noun, "occasion") or is_day(noun) or (slot == "nach" and not has(noun, "nmod"))
            if noun.i != match.token.i and not when and noun.pos_ != "PROPN":
                return next((child for child in children(noun, "nmod") if noun.lemma_ in ASPECTS), noun)
    return None


def looked_at(match: CueMatch) -> Token | None:
    """»*Mit Blick auf den Plan* zeigte sich Norwegen skeptisch«, »*Was den Plan angeht*, …«: what this is about."""
    verb = match.verb
    if verb.lang_ == "en" or match.cue.pos != "ADJ" or not (is_a(verb, "showing") or has(match.token, "cop")):
        return None
    for noun in children(verb, "obl", "obl:arg"):
        if noun.lemma_ in (*ASPECTS, "Frage") and (thing := next(children(noun, "nmod"), None)) is not None:
            return thing
        if case_of(noun) in CONCERNING and not is_day(noun):
            return noun
    concerned = (clause for clause in children(verb, "ccomp", "csubj", "advcl") if clause.lemma_ == "angehen")
    return next((noun for clause in concerned for noun in children(clause, "obj")), None)


def concerned(match: CueMatch) -> Iterator[Token]:
    """»äußerte Zweifel *hinsichtlich der Reform*«, »Kritik *mit Blick auf die Reform*«: what an attitude is about."""
    noun = match.token
    if noun.pos_ != "NOUN" or noun.lang_ == "en" or match.cue.holder == ("owner",):
        return
    behind = (phrase for phrase in children(noun.head, "obl", "nmod") if phrase.left_edge.i == noun.i + 1)
    for phrase in (*children(noun, "nmod"), *behind):
        if phrase.lemma_ in ASPECTS:
            yield from (thing for thing in children(phrase, "nmod") if case_of(thing) == "auf")
        elif case_of(phrase) in CONCERNING:
            yield phrase


def voted_on(votes: Token) -> list[Token]:
    """»beschloss *das Gesetz* gegen die Stimmen der SPD«: what the clause says was decided."""
    verb = next((above for above in votes.ancestors if above.pos_ == "VERB"), None)
    decided = verb is not None and case_of(votes) in VOTING
    return [noun for noun in fillers(verb, "obj") if noun.i != votes.i][:1] if verb is not None and decided else []


def later_object(match: CueMatch) -> Iterator[Token]:
    """»Norwegen begrüßte, Schweden kritisierte *den Plan*«: the verb behind the comma has the object of both."""
    verb = match.token
    if verb.lang_ == "en" or match.cue.pos != "VERB" or "obj" not in match.cue.target or verb.i + 1 >= len(verb.doc):
        return
    for other in children(verb, "conj", "parataxis", "ccomp"):
        if verb.nbor().text in (",", "und") and other.left_edge.i == verb.i + 1 and has(other, "nsubj"):
            yield from (noun for noun in children(other, "obj") if noun.i > other.i)


def told_of(match: CueMatch) -> list[Token]:
    """»Ziel ist *ein Verbot*«, »ihre Klage richtet sich gegen *ein Verbot*«: what a sentence says of the noun."""
    noun, above = match.token, match.token.head
    if match.cue.pos != "NOUN" or noun.lang_ == "en":
        return []
    if noun.dep_.startswith("obl") and is_a(above, "membership"):  # »zu ihren Forderungen gehört *ein Verbot*«
        return subjects(above)
    if noun.dep_ != "nsubj":
        return []
    if above.lemma_ in TELLING and (
        clause := next((found for slot in ("xcomp", "ccomp") if (found := fillers(above, slot))), [])
    ):
        return clause  # »ihre Bedingung lautet, *das Mandat zu verlängern*«
    if has(above, "cop"):
        return [above] if above.pos_ == "NOUN" and has(above, "det") else []
    return next((found for slot in ASTRAY if (found := fillers(above, slot))), [])


def astray(match: CueMatch) -> tuple[list[Token], str]:
    """»stimmte mit breiter Mehrheit *für* das Gesetz«: the parse hangs the phrase on another noun of the clause."""
    cue, verb = match.cue, match.verb
    if verb.lang_ == "en":
        return astray_in_english(match)
    if cue.pos not in ("VERB", "NOUN"):
        return [], ""
    if cue.pos == "NOUN":
        return next((([noun], slot) for slot in cue.target for noun in behind_noun(match.token, slot)), ([], ""))
    if not set(cue.target) <= {*ASTRAY, *ASKED_FOR, *CLAUSAL}:
        return [], ""
    nouns = [joint for noun in children(verb, "nsubj", "obl", "obj", "nsubj:pass") for joint in coordinated(noun)]
    for slot in cue.target:
        carriers = [noun for noun in nouns if slot in ASTRAY or (slot in ASKED_FOR and is_somebody(noun))]
        inner = [child for noun in carriers for child in children(noun, "nmod") if case_of(child) == slot]
        if inner:
            return inner[:1], slot
    return [], ""


def astray_in_english(match: CueMatch) -> tuple[list[Token], str]:
    """ "warned the rebels *against* it": the parse hangs the phrase on whom it warns."""
    cue, token = match.cue, match.token
    if cue.pos != "VERB" or "against" not in cue.target:
        return [], ""
    objects = [noun for noun in children(token, "obj") if is_somebody(noun)]
    inner = [child for noun in objects for child in children(noun, "nmod") if case_of(child) == "against"]
    return (inner[:1], "against") if inner else ([], "")


def is_somebody(noun: Token) -> bool:
    """»pochten die Länder *auf* den Vertrag«, but not »besteht der Verdacht auf …«."""
    return noun.pos_ == "PROPN" or is_actor(noun)


def behind_noun(noun: Token, preposition: str) -> Iterator[Token]:
    """»wiederholte seine Warnung *vor den Folgen*«: right behind the noun, where the parse hangs it on the verb."""
    phrases = (child for child in children(noun.head, "obl", "obl:arg", "nmod", "advmod") if child.i > noun.i)
    return (phrase for phrase in phrases if case_of(phrase) == preposition and phrase.left_edge.i == noun.i + 1)


def names_it(match: CueMatch) -> bool:
    """»Rücktrittsforderung« says what is asked for; »Naturkatastrophe« judges nothing, it is a kind of thing."""
    token, cue = match.token, match.cue
    return token.pos_ == "NOUN" and token.lemma_ != cue.lemma and token.lang_ != "en" and cue.holder != ("owner",)


def is_word(noun: Token, match: CueMatch) -> bool:
    """A noun that belongs to the cue: »die *Vorwürfe* zurückweisen«."""
    return noun.pos_ == "NOUN" and noun.lemma_ in match.cue.words and is_a(noun, "summing")
