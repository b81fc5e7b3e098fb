"""The slots of a cue word's frame, and what fills them in the parse.

The names of slots are those of `kg.vocabulary.Cue`: relations of Universal Dependencies, cases, prepositions.
"""

from collections.abc import Callable

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.complements import complements, infinitives, is_placeholder, questions
from kg.analyse.grammar import (
    agents,
    case_of,
    clause_of,
    has_zu,
    is_accusative,
    is_dative,
    is_oblique,
    is_passive,
    is_plural,
    is_reflexive,
    what_holds,
)
from kg.analyse.joined import joined_to
from kg.analyse.morphology import feature
from kg.analyse.nominative import clearest, lost_subject
from kg.analyse.papers import author, authors
from kg.analyse.prepositions import judged_for, prepositional
from kg.analyse.relative import antecedent
from kg.analyse.settled import children
from kg.analyse.words import is_a

SUBJECTS = {"nsubj", "csubj"}
FILLERS = "fillers"  # in `doc.user_data`
ACCUSING = {"of", "for", "from"}


def fillers(token: Token, slot: str) -> list[Token]:
    """The heads of what fills a slot of a cue word's frame; [] if nothing does.

    Slots: see `kg.vocabulary.Cue`. `owner` and `adj` are no matter of the parse, and give []. Each is asked for by
    several cues; what was found is kept as places, since a document that holds its own tokens is never let go.
    """
    found = token.doc.user_data.setdefault(FILLERS, {})
    asked = (token.i, slot)
    if asked not in found:
        found[asked] = [word.i for word in look_up(token, slot)]
    return [token.doc[place] for place in found[asked]]


def look_up(token: Token, slot: str) -> list[Token]:
    return RELATION_SLOTS[slot](token) if slot in RELATION_SLOTS else prepositional(token, slot)


def subjects(verb: Token) -> list[Token]:
    """Who acts: the subject, the agent of a passive, else what the clause above controls."""
    if is_passive(verb):
        return agents(verb) or authors(verb)
    if is_granted(verb):
        return agents(verb) or agents(verb.head)
    if verb.dep_ in ("aux", "case"):  # the subject of a modal hangs on the verb that it goes with
        return subjects(verb.head)
    own = [] if has_zu(verb) else nominatives(verb)
    return [author(belonging(noun, antecedent(noun))) for noun in own[:1]] or borrowed_subjects(verb)


def is_granted(verb: Token) -> bool:
    """»*bekam* vom Verband eine Strafe *auferlegt*«: a passive, in which the subject is whom it is done to."""
    above = verb.head
    if verb.lang_ == "en" or verb.dep_ not in ("xcomp", "ccomp", "advmod") or not is_a(above, "receiving"):
        return False
    return not has_zu(verb) and verb.lower_.endswith(("t", "n")) and verb.lower_ != verb.lemma_


def belonging(relative: Token, noun: Token) -> Token:
    """»Indien gehört zu den Staaten, die …« says it of India."""
    above = noun.head
    if relative.i == noun.i or not is_plural(noun) or not noun.dep_.startswith("obl") or not is_a(above, "membership"):
        return noun
    return next(iter(nominatives(above)), noun)


def nominatives(verb: Token) -> list[Token]:
    """What the parse calls subjects, less those that their article or a pronoun beside them shows to be objects."""
    carriers = (verb, *children(verb, "aux", "aux:pass"))  # where the parse hangs the subject on the auxiliary
    found = [noun for carrier in carriers for noun in children(carrier, *SUBJECTS) if not is_oblique(noun)]
    meant = what_holds(found)
    nominative = closed(verb).nominative
    return [noun for noun in meant if noun.lower_ in nominative] or clearest(verb, meant) or lost_subject(verb)


def misread_objects(verb: Token) -> list[Token]:
    """»Den Plan lehnen wir ab«, with the plan as a second subject."""
    real = nominatives(verb)
    return [noun for noun in children(verb, "nsubj") if noun not in real]


def borrowed_subjects(verb: Token) -> list[Token]:
    """Who acts where the clause itself names nobody: the subject of the clause, or the noun, that it hangs on."""
    if verb.dep_ == "conj":
        return shared_subjects(joined_to(verb))
    if verb.dep_ in ("xcomp", "advcl"):
        return controllers(verb)
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN") and feature(verb, "VerbForm") == "Ger":
        return subjects(clause_of(verb.head)) if is_apart(verb) or is_issued(verb.head) else []
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN") and feature(verb, "VerbForm") == "Part":
        return (subjects(clause_of(verb.head)) if is_apart(verb) else []) or [verb.head]
    return []


def is_issued(noun: Token) -> bool:
    """ "issued a *statement* welcoming it": what it says, they say who issue it."""
    return noun.lang_ == "en" and noun.dep_ == "obj" and is_a(noun, "document")


def is_apart(verb: Token) -> bool:
    """ "She spoke in New York, *calling* for …": behind a comma a participle goes with the sentence."""
    return verb.lang_ == "en" and verb.left_edge.i > 0 and verb.left_edge.nbor(-1).text == ","


def shared_subjects(above: Token) -> list[Token]:
    """»wurde von X gelobt und hatte Y kritisiert«: what a passive is about acts in the clause that is joined to it."""
    if above.pos_ not in ("VERB", "AUX", "ADJ", "NOUN"):
        return []
    return (list(children(above, "nsubj:pass")) if is_passive(above) else []) or subjects(above)


def controllers(verb: Token) -> list[Token]:
    """Who does what an infinitive says: the object of the verb above (»forderte Kiew auf, … zu«), else its subject."""
    above = verb.head
    if above.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    if verb.lang_ == "en" and any(mark.lower_ in ACCUSING for mark in children(verb, "mark")):
        return list(children(above, "obj", "nsubj:pass"))[:1]  # "accused Sweden of blocking …"
    if verb.dep_ == "xcomp" and (is_a(above, "object-control") or judged_for(above) == verb):
        return list(children(above, "obj", "obl:arg", "nsubj:pass"))[:1]
    return subjects(above)


def objects(verb: Token) -> list[Token]:
    found = list(children(verb, "nsubj:pass")) if is_passive(verb) else objects_left(verb)
    found = found or accusatives(verb)
    found += misread_subjects(verb) or misread_objects(verb) or shared_objects(verb) if not found else []
    return [antecedent(noun) for noun in found if not is_reflexive(noun) and not is_placeholder(noun)]


def objects_left(verb: Token) -> list[Token]:
    """What the parse calls objects, less what is the subject by its form."""
    found = list(children(verb, "obj"))
    acting = nominatives(verb) if found and verb.lang_ != "en" else []
    return [noun for noun in found if noun not in acting]


def shared_objects(verb: Token) -> list[Token]:
    """»der von X erstellt wurde und von Y *unterstützt* wird«: what is joined shares the subject of what is before."""
    if verb.dep_ != "conj" or not is_passive(verb) or not agents(verb):
        return []
    above = verb.head
    return objects(above) if is_passive(above) else nominatives(above)


def accusatives(verb: Token) -> list[Token]:
    """»Den Vorschlag lehnen …«: by the article of a singular, whatever the parse says."""
    bare = (noun for noun in children(verb, "obl:arg", "nsubj") if not case_of(noun))
    return [noun for noun in bare if not is_plural(noun) and is_accusative(noun)]


def misread_subjects(infinitive: Token) -> list[Token]:
    """An infinitive with »zu« has no subject: what the parse calls one is its object."""
    return list(children(infinitive, "nsubj")) if has_zu(infinitive) else []


def datives(verb: Token) -> list[Token]:
    """Objects in the dative; by the case where the parse calls one a direct object or an adjunct."""
    bare = [noun for noun in children(verb, "obl:arg", "iobj", "obl", "obj") if not case_of(noun)]
    bare += misread_subjects(verb)
    objects = [noun for noun in bare if noun.dep_ == "obj"]
    found = [noun for noun in bare if noun.dep_ in ("obl:arg", "iobj", "nsubj") or is_dative(noun)] or objects[:-1]
    return [antecedent(noun) for noun in found]


def genitives(word: Token) -> list[Token]:
    """Of a noun what it is of; of a verb its object in the genitive (»der Korruption beschuldigen«)."""
    if word.pos_ == "VERB":
        return [
            child for child in children(word, "obl:arg", "obl", "nmod") if not case_of(child) and is_genitive(child)
        ]
    found = [child for child in children(word, "nmod", "nmod:poss") if not case_of(child)]
    return found or [child for child in children(word, "appos", "flat:name") if is_adjacent(word, child)]


def is_genitive(noun: Token) -> bool:
    return any("Gen" in feature(token, "Case") for token in (noun, *children(noun, "det", "amod")))


def is_adjacent(noun: Token, name: Token) -> bool:
    """»der Vorschlag Bersamins«, which the parser may take for an apposition."""
    return name.i == noun.i + 1 and name.pos_ == "PROPN" and name.text.endswith("s") and noun.pos_ == "NOUN"


def possessors(noun: Token) -> list[Token]:
    return list(children(noun, *closed(noun).possessive))


def modified_clause(modal: Token) -> list[Token]:
    """The clause of a modal verb (»will … schicken«), of »geht es nach …«; what a preposition governs."""
    return [modal.head] if modal.dep_ in ("aux", "case") or is_wish(modal) else []


def is_wish(verb: Token) -> bool:
    """»*Geht* es nach Merk, wird der Hafen ausgebaut«: what is above it is what somebody wants."""
    return verb.dep_ == "advcl" and verb.lemma_ == "gehen" and verb.pos_ == "VERB"


RELATION_SLOTS: dict[str, Callable[[Token], list[Token]]] = {
    "nsubj": subjects,
    "obj": objects,
    "ccomp": complements,
    "xcomp": infinitives,
    "dat": datives,
    "gen": genitives,
    "poss": possessors,
    "head": modified_clause,
    "question": questions,
    **dict.fromkeys(("owner", "speaker", "self", "adj"), lambda _: []),
}
