"""The slots of a cue word's frame, and what fills them in the parse.

The names of slots are those of `kg.vocabulary.Cue`: relations of Universal Dependencies, cases, prepositions.
"""

from collections.abc import Callable

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import (
    agents,
    antecedent,
    auxiliaries,
    case_of,
    children,
    clause_of,
    has,
    has_zu,
    is_accusative,
    is_dative,
    is_oblique,
    is_passive,
    is_plural,
    is_reflexive,
    is_relative,
    what_holds,
)
from kg.analyse.joined import joined_to
from kg.analyse.nominative import clearest, lost_subject
from kg.analyse.papers import author, authors
from kg.analyse.prepositions import prepositional
from kg.analyse.words import is_a

SUBJECTS = {"nsubj", "csubj"}
CLOSING = {",", ";", ":", ".", "–", "„", "»", "("}
NO_OBJECT = {"um", "ohne", "statt", "anstatt"}  # begin an infinitive that is no object; German alone sets commas there
ACCUSING = {"of", "for", "from"}


def fillers(token: Token, slot: str) -> list[Token]:
    """The heads of what fills a slot of a cue word's frame; [] if nothing does.

    Slots: see `kg.vocabulary.Cue`. `owner` and `adj` are no matter of the parse, and give [].
    """
    if slot in RELATION_SLOTS:
        return RELATION_SLOTS[slot](token)
    return prepositional(token, slot)


def subjects(verb: Token) -> list[Token]:
    """Who acts: the subject, the agent of a passive, else what the clause above controls."""
    if is_passive(verb):
        return agents(verb) or authors(verb)
    if verb.dep_ in ("aux", "case"):  # the subject of a modal hangs on the verb that it goes with
        return subjects(verb.head)
    own = [] if has_zu(verb) else nominatives(verb)
    return [author(belonging(noun, antecedent(noun))) for noun in own[:1]] or borrowed_subjects(verb)


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
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN") and verb.morph.get("VerbForm", []) == ["Part"]:
        return (subjects(clause_of(verb.head)) if is_apart(verb) else []) or [verb.head]
    return []


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
    if verb.dep_ == "xcomp" and is_a(above, "object-control"):
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


def is_placeholder(noun: Token) -> bool:
    """»lehnt es ab, … zu …«"""
    return noun.lower_ in closed(noun).it and has(noun.head, "xcomp", "ccomp", "csubj", "advcl")


def accusatives(verb: Token) -> list[Token]:
    """»Den Vorschlag lehnen …«: by the article of a singular, whatever the parse says."""
    bare = (noun for noun in children(verb, "obl:arg", "nsubj") if not case_of(noun))
    return [noun for noun in bare if not is_plural(noun) and is_accusative(noun)]


def misread_subjects(infinitive: Token) -> list[Token]:
    """An infinitive with »zu« has no subject: what the parse calls one is its object."""
    return list(children(infinitive, "nsubj")) if has_zu(infinitive) else []


def complements(verb: Token) -> list[Token]:
    """Clauses with a finite verb: »dass …«, reported speech, »ob …«; on nouns too."""
    found = [child for child in children(verb, "ccomp", "csubj", "acl", "csubj:pass") if child.pos_ != "PUNCT"]
    announced = any(is_placeholder(child) for child in verb.children)
    found = found or (list(children(verb, "advcl")) if announced else [])  # »begrüßt es, wenn …«
    return found or that_clause(verb) or reported(verb)


def reported(verb: Token) -> list[Token]:
    """»regte an, Merk *solle* antreten«: a clause without »dass«, which the parse takes for less than a complement."""
    if verb.lang_ == "en":
        return []
    clauses = (child for child in children(verb, "xcomp", "parataxis") if child.i > verb.i and not has_zu(child))
    return [clause for clause in clauses if is_finite(clause) and is_set_off(clause)]


def is_finite(clause: Token) -> bool:
    finite = any("Fin" in aux.morph.get("VerbForm", []) for aux in auxiliaries(clause))
    return finite and has(clause, "nsubj", "nsubj:pass")


def is_set_off(clause: Token) -> bool:
    """Behind a comma, or a colon with or without a quotation mark."""
    first = clause.left_edge
    return any(word.text in (",", ":") for word in clause.doc[max(0, first.i - 2) : first.i + 2])


def that_clause(word: Token) -> list[Token]:
    """»die Warnung Merks, dass …«, wherever the parse hangs the clause."""
    sent = word.sent
    comma = next((token for token in word.doc[word.i + 1 : sent.end - 2] if token.text in CLOSING), None)
    that = closed(word).that
    if comma is None or comma.text != "," or comma.nbor().lower_ not in that or comma.nbor().dep_ != "mark":
        return []
    clause = comma.nbor().head
    return [clause] if clause.i > comma.i else []


def infinitives(verb: Token) -> list[Token]:
    language = closed(verb)
    clauses = children(verb, *language.infinitive_relations)
    own = [
        child
        for child in clauses
        if has_zu(child) and not any(mark.lower_ in language.purpose for mark in child.children)
    ]
    return own or gerunds(verb) or below_object(verb) or behind_comma(verb) or behind_verb(verb)


def gerunds(verb: Token) -> list[Token]:
    """ "ruled out *sending* troops" """
    if verb.lang_ != "en":
        return []
    return [child for child in children(verb, "xcomp") if child.pos_ == "VERB" and child.lower_.endswith("ing")]


def behind_verb(verb: Token) -> list[Token]:
    """ "proposed to set …", where the parse takes the complement for a purpose."""
    if verb.lang_ != "en":
        return []
    ends = {verb.i + 1, *(word.right_edge.i + 1 for word in children(verb, "obj", "obl:arg", "obl", "advmod"))}
    return [child for child in children(verb, "advcl") if has_zu(child) and child.left_edge.i in ends][:1]


def behind_comma(word: Token) -> list[Token]:
    """»die Forderung Merks, … zu …«, »versprach, … zu …«: by the order of the words, wherever the parse hangs it."""
    sent = word.sent
    behind = word.doc[word.i + 1 : sent.end]
    comma = next((token for token in behind if token.text in CLOSING or token.pos_ == "VERB"), None)
    if comma is None or comma.text != "," or comma.i + 1 >= sent.end or comma.nbor().lower_ in NO_OBJECT:
        return []
    for token in word.doc[comma.i + 1 : sent.end]:
        if token.text in CLOSING or token.pos_ == "SCONJ" or is_relative(token):
            return []
        if token.pos_ in ("VERB", "AUX"):
            return [token] if has_zu(token) else []
    return []


def below_object(verb: Token) -> list[Token]:
    """»forderte alle auf, … zu …«, where the parse hangs the infinitive on the object."""
    if not is_a(verb, "object-control"):
        return []
    nouns = children(verb, "obj", "obl:arg", "nsubj:pass")
    return [child for noun in nouns for child in children(noun, "acl", "acl:relcl", "advcl") if has_zu(child)]


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
    return any("Gen" in token.morph.get("Case", []) for token in (noun, *children(noun, "det", "amod")))


def is_adjacent(noun: Token, name: Token) -> bool:
    """»der Vorschlag Bersamins«, which the parser may take for an apposition."""
    return name.i == noun.i + 1 and name.pos_ == "PROPN" and name.text.endswith("s") and noun.pos_ == "NOUN"


def possessors(noun: Token) -> list[Token]:
    return list(children(noun, *closed(noun).possessive))


def modified_clause(modal: Token) -> list[Token]:
    """The clause of a modal verb (»will … schicken«), the noun of a preposition (»ist gegen den Plan«)."""
    return [modal.head] if modal.dep_ in ("aux", "case") else []


def questions(token: Token) -> list[Token]:
    """What an answer answers: the »ob …« clause of its sentence, else a question just before."""
    sent = token.sent
    for word in sent:
        if word.lower_ in closed(word).whether and word.dep_ == "mark" and word.i < token.i:
            return [deepest(word.head)]
    before = token.doc[sent.start - 1] if sent.start else None
    return [before.sent.root] if before is not None and any(word.text == "?" for word in before.sent) else []


def deepest(clause: Token) -> Token:
    """»ob Russland bereit wäre, … zuzustimmen«: what is asked for stands in the infinitive."""
    inner = [child for child in children(clause, "xcomp", "csubj", "ccomp", "acl") if child.pos_ == "VERB"]
    return inner[0] if inner else clause


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
