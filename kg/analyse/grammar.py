"""What the parse says, in the words that frames use: slots, voice, negation, clauses.

Written against Universal Dependencies v2 (https://universaldependencies.org/u/dep/); reported content is `ccomp`
of the verb of saying, modals are `aux`, a role noun heads the name that follows it (`appos`, `flat:name`).
"""

from collections.abc import Callable, Iterator

from spacy.tokens import Token

NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "X"}
CLAUSES = {"ccomp", "xcomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis", "ROOT"}
SUBJECTS = {"nsubj", "csubj"}
NAME_PARTS = {"appos", "flat:name", "flat", "compound"}
NEGATORS = {"nicht", "nie", "niemals", "keineswegs", "keinesfalls", "nirgends", "mitnichten", "weder", "kaum"}
# Verbs whose object does what the infinitive says; with all others the subject does it.
OBJECT_CONTROL = {
    "auffordern", "bitten", "drängen", "zwingen", "ermahnen", "mahnen", "aufrufen", "ermutigen", "verpflichten", "bewegen",
    "beauftragen", "anweisen", "raten", "empfehlen", "verbieten", "erlauben", "gestatten", "vorwerfen", "beschuldigen",
    "bezichtigen", "überzeugen", "ersuchen", "anhalten", "hindern", "ermöglichen", "befehlen", "nahelegen",
}  # fmt: skip


def children(token: Token, *relations: str) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ in relations and not child.is_space)


def case_of(token: Token) -> str:
    """The preposition of a nominal, as its lemma; '' if it has none."""
    return next((child.lemma_.lower() for child in children(token, "case") if child.i < token.i), "")


def is_passive(verb: Token) -> bool:
    if any(True for _ in children(verb, "aux:pass")):
        return True
    return any(True for _ in children(verb, "nsubj:pass")) and not any(True for _ in children(verb, "nsubj", "aux"))


def auxiliaries(verb: Token) -> list[Token]:
    return list(children(verb, "aux", "aux:pass", "cop"))


def clause_of(token: Token) -> Token:
    """The head of the smallest clause that the token stands in."""
    while token.dep_ not in CLAUSES and not (token.dep_ == "conj" and token.pos_ in ("VERB", "AUX")):
        token = token.head
    return token


def negators(token: Token) -> set[Token]:
    """»nicht«, »kein …«, »weder« that stand with the word, in its own clause."""
    found = {
        child
        for child in token.children
        if child.lemma_.lower() in NEGATORS and child.dep_ in ("advmod", "cc", "obj", "nsubj")
    }
    dependents = children(token, "obj", "nsubj", "nsubj:pass", "obl:arg", "obl")
    return found | {child for noun in (token, *dependents) for child in noun.children if is_kein(child)}


def is_kein(token: Token) -> bool:
    return token.lemma_.lower() in ("kein", "keinerlei") and token.pos_ in ("DET", "PRON")


def coordinated(token: Token) -> list[Token]:
    """The token and what is joined to it by »und«, »,« : joint holders, joint targets."""
    return [token, *(other for child in children(token, "conj") for other in coordinated(child))]


def fillers(token: Token, slot: str) -> list[Token]:
    """The heads of what fills a slot of a cue word's frame; [] if nothing does.

    Slots: see `kg.vocabulary.Cue`. `owner` and `adj` are no matter of the parse, and give [].
    """
    if slot in RELATION_SLOTS:
        return RELATION_SLOTS[slot](token)
    return prepositional(token, slot)


def bare_nominals(verb: Token) -> list[Token]:
    """Noun phrases without a preposition below a verb, in text order: one of them is the subject, whatever the parse says."""
    found = [child for child in verb.children if child.pos_ in ("NOUN", "PROPN") and not case_of(child)]
    return [noun for noun in found if noun.dep_ not in ("conj", "parataxis", "vocative")]


def subjects(verb: Token) -> list[Token]:
    """Who acts: the subject, the agent of a passive, else what the clause above controls."""
    if is_passive(verb):
        return agents(verb)
    if verb.dep_ in ("aux", "case"):  # the subject of a modal hangs on the verb that it goes with
        return subjects(verb.head)
    own = [] if has_zu(verb) else list(children(verb, *SUBJECTS))
    if own:
        return [antecedent(noun) for noun in own[:1]]
    if verb.dep_ == "conj":
        return subjects(verb.head) if verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN") else []
    if verb.dep_ in ("xcomp", "advcl"):
        return controllers(verb)
    if verb.dep_ == "acl" and verb.head.pos_ in ("NOUN", "PROPN") and verb.morph.get("VerbForm", []) == ["Part"]:
        return [verb.head]
    if verb.dep_ == "acl:relcl":
        return [antecedent(pronoun) for pronoun in verb.children if is_relative(pronoun) and pronoun.dep_ in SUBJECTS]
    return []


def agents(verb: Token) -> list[Token]:
    """»von X abgelehnt«, »durch X abgelehnt«"""
    marked = list(children(verb, "obl:agent"))
    return marked or [noun for noun in children(verb, "obl") if case_of(noun) in ("von", "durch", "seitens")]


def controllers(verb: Token) -> list[Token]:
    """Who does what the infinitive says: the object of the verb above (»forderte Russland auf, … zu«), else its subject."""
    above = verb.head
    if above.pos_ not in ("VERB", "AUX", "ADJ"):
        return []
    if verb.dep_ == "xcomp" and above.lemma_ in OBJECT_CONTROL:
        return [noun for noun in children(above, "obj", "obl:arg", "nsubj:pass")][:1]
    return subjects(above)


def is_relative(token: Token) -> bool:
    return (
        (token.pos_ == "PRON"
        and token.lemma_.lower() in ("der", "die", "das", "welcher", "welche", "wer"))
        or (token.morph.get("PronType", []) == ["Rel"])
    )


def antecedent(token: Token) -> Token:
    """A relative pronoun stands for the noun that its clause hangs on."""
    clause = token.head
    while clause.dep_ == "conj":
        clause = clause.head
    return clause.head if clause.dep_ == "acl:relcl" and is_relative(token) else token


def objects(verb: Token) -> list[Token]:
    found = list(children(verb, "nsubj:pass") if is_passive(verb) else children(verb, "obj"))
    found += misread_subjects(verb) if not found else []
    return [antecedent(noun) for noun in found if not is_reflexive(noun)]


def misread_subjects(infinitive: Token) -> list[Token]:
    """An infinitive with »zu« has no subject: what the parse calls one is its object."""
    return list(children(infinitive, "nsubj")) if has_zu(infinitive) else []


def is_reflexive(token: Token) -> bool:
    return (
        (token.lower_ in ("sich", "mich", "uns", "dich", "euch")
        and token.head.morph.get("Person", []) != ["3"])
        or (token.lower_ == "sich")
    )


def complements(verb: Token) -> list[Token]:
    """Clauses with a finite verb: »dass …«, reported speech, »ob …«; on nouns too."""
    return [child for child in children(verb, "ccomp", "csubj", "acl", "csubj:pass") if child.pos_ != "PUNCT"]


def infinitives(verb: Token) -> list[Token]:
    return [child for child in children(verb, "xcomp", "ccomp", "acl", "advcl") if has_zu(child)]


def has_zu(verb: Token) -> bool:
    """»zu verhandeln«, »abzulehnen«: with the *zu* before it or within it."""
    if any(child.lower_ == "zu" and child.dep_ in ("mark", "advmod", "aux") for child in verb.children):
        return True
    form, lemma = verb.lower_, verb.lemma_
    places = (i for i in range(2, len(form) - 2) if form.startswith("zu", i))
    return verb.pos_ == "VERB" and any(form[:i] + form[i + 2 :] == lemma for i in places)


def datives(verb: Token) -> list[Token]:
    """Objects in the dative; by the case where the parse calls one a direct object or an adjunct."""
    bare = [noun for noun in children(verb, "obl:arg", "iobj", "obl", "obj") if not case_of(noun)]
    bare += misread_subjects(verb)
    objects = [noun for noun in bare if noun.dep_ == "obj"]
    return [noun for noun in bare if noun.dep_ in ("obl:arg", "iobj", "nsubj") or is_dative(noun)] or objects[:-1]


def is_dative(noun: Token) -> bool:
    """By the article: »dem«, »einem«, and by the case that the tagger sees on article and noun."""
    articles = list(children(noun, "det", "det:poss"))
    if any(article.lower_.endswith("em") for article in articles):
        return True
    return any("Dat" in article.morph.get("Case", []) for article in articles)


def genitives(noun: Token) -> list[Token]:
    return [child for child in children(noun, "nmod", "nmod:poss") if not case_of(child)]


def possessors(noun: Token) -> list[Token]:
    return list(children(noun, "det:poss"))


def modified_clause(modal: Token) -> list[Token]:
    """The clause of a modal verb (»will … schicken«), the noun of a preposition (»ist gegen den Plan«)."""
    return [modal.head] if modal.dep_ in ("aux", "case") else []


def questions(token: Token) -> list[Token]:
    """What an answer answers: the »ob …« clause of its sentence, else a question just before."""
    sent = token.sent
    for word in sent:
        if word.lower_ == "ob" and word.dep_ == "mark" and word.i < token.i:
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


def prepositional(token: Token, preposition: str) -> list[Token]:
    """»gegen X«, and »dagegen, dass …«, where the clause is what the adverb points to."""
    for child in token.children:
        if child.dep_ in ("obl", "obl:arg", "nmod", "obl:agent", "advmod", "acl") and case_of(child) == preposition:
            return [antecedent(child)]
    adverb = next((child for child in token.children if is_pronominal(child, preposition)), None)
    if adverb is None:
        return []
    clauses = [
        child for child in (*adverb.children, *token.children) if child.dep_ in ("ccomp", "xcomp", "acl", "advcl")
    ]
    return clauses[:1]


def is_pronominal(token: Token, preposition: str) -> bool:
    """»dagegen«, »darauf«: *da(r)* with the preposition."""
    return token.lower_ in (f"da{preposition}", f"dar{preposition}", f"hier{preposition}", f"wo{preposition}")
