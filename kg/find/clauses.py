"""Reported words in clauses: »X sagte, dass …«, »…, so X«, »laut X …«, »wie X mitteilte«, »die Forderung, … zu …«."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import LONGEST_SENTENCE, NOUNS
from kg.analyse.mend.inserted import inserted_end
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a
from kg.find.introduction import Found, Introduction, introduction, is_pronominal_adverb
from kg.find.konjunktiv import reports, supposes
from kg.find.phrases import NONE, Indices, is_infinitive, phrase, subtree, trimmed
from kg.find.speakers import speaker_of
from kg.find.speech import SpeechVerbs

CONTENT = ("ccomp", "csubj", "csubj:pass", "xcomp")
LOOSE = {"parataxis", "conj", "appos", "advcl", "nsubj", "obj"}  # where parsers put a clause without »dass«
VIEWED = {"aus"}
SILENT = {"PUNCT", "DET", "SPACE", "SYM"}  # say nothing and name nobody; a quarter of the words
POINTERS = {"das", "dies"}
FINAL = {"parataxis", "discourse"}  # where parsers put the verb of saying behind the words
BEHIND = (("nmod",), ())  # what is behind an English noun of saying is mostly what it is about
OPEN = {"ROOT", "conj", "xcomp"}  # where a verb is that introduces words by their mood alone
TELLING = {"VERB", "ADJ"}
SAID = ("ccomp", "parataxis", "xcomp", "conj")
HEADS = {"ROOT", "ccomp", "csubj", "csubj:pass", "advcl", "acl", "acl:relcl", "parataxis"}


def clause_quotes(doc: Doc, speech: SpeechVerbs) -> Iterator[Found]:
    """Every stretch of indirect speech that the parse shows."""
    for token in (token for sent in doc.sents if len(sent) <= LONGEST_SENTENCE for token in sent):
        pos = token.pos_
        if pos in SILENT:
            continue
        word, own = token.lower_, closed(token)
        if pos not in NOUNS and speech.says(token) and not is_own(token):
            yield from governed(token)
            if token.lemma_ in speech.saying:
                yield from pointed_back(token)
            yield from as_said(token)
        elif token.dep_ in OPEN and pos in TELLING:
            yield from told_by_mood(token)
        elif pos in NOUNS and token.dep_ != "obl" and (token.n_lefts or token.n_rights) and speech.names(token):
            yield from noun_content(token)
        if word in own.source_adverbs or has(token, "case"):
            yield from by_source(token, speech)
        if word in own.so:
            yield from so_said(token)


def told_by_mood(verb: Token) -> Iterator[Found]:
    """»Merk *machte deutlich*, das Gesetz *sei* falsch«, »ist überzeugt, …«: the mood alone says whose it is."""
    if verb.lang_ == "en" or (verb.pos_ == "ADJ" and not has(verb, "cop") and verb.dep_ != "xcomp"):
        return
    behind = (child for child in children(verb, *SAID) if child.i > verb.i and not has(child, "mark", "cc"))
    said = [child for child in behind if reports(child)]
    if not said or reports(verb):
        return
    content = trimmed(verb.doc, subtree(said[0]))
    by = introduction(verb, content)
    if by.speaker:
        yield Found(content, "Indirect", by)


def is_own(verb: Token) -> bool:
    """»ich glaube, …«: no other voice than the one that speaks already."""
    return any(subject.lower_ in closed(verb).we for subject in children(verb, "nsubj"))


def governed(verb: Token) -> Iterator[Found]:
    """Clauses that depend on a verb of saying."""
    for clause in content_clauses(verb):
        own = (subtree(other) for other in children(clause, "conj") if leaves(other, clause))
        content = trimmed(verb.doc, subtree(clause).difference({verb.i}, *own))
        if content:
            yield Found(content, "Indirect", introduction(verb, content))


def leaves(other: Token, clause: Token) -> bool:
    """»X sagte, dass er bleibt, *und fuhr heim*«: the verb right after »und« goes on with the main clause."""
    link = next(children(other, "cc"), None)
    if link is None or marker(clause) not in closed(clause).that or link.i + 1 >= len(other.doc):
        return False
    following = link.nbor()
    return (
        following.pos_ in ("VERB", "AUX")
        and feature(following, "VerbForm") == "Fin"
        and following.i < other.right_edge.i
    )


def content_clauses(verb: Token) -> list[Token]:
    """The clauses that say what is said: complements, »davon, dass …«, and loose ones where there is no other."""
    found = [child for child in verb.children if is_complement(child, verb)]
    for adverb in filter(is_pronominal_adverb, verb.children):
        found += children(adverb, "ccomp", "acl", "advcl", "xcomp")
    return found or [child for child in verb.children if is_loose(child, verb)]


def is_complement(child: Token, verb: Token) -> bool:
    if any(word.lower_ in ("so", "wie") for word in children(child, "advmod", "mark")):
        return False  # »so dass …«, »wie folgt«
    if child.dep_ == "xcomp" and not (is_infinitive(child) or any(children(child, "mark")) or is_told(child)):
        return False
    if child.dep_ == "advmod":
        return child.pos_ == "ADJ" and has(child, "cop") and reports(child)  # »*Nötig sei* eine Reform, sagte X«
    return (child.dep_ in CONTENT and has_verb(child)) or (
        child.dep_ == "advcl" and child.i > verb.i and marker(child) in closed(child).that
    )


def is_told(clause: Token) -> bool:
    """»sagte, *der Plan sei falsch*«: a clause with a subject and a verb in the Konjunktiv, whatever the parse says."""
    return any(children(clause, "nsubj")) and reports(clause)


def is_loose(child: Token, verb: Token) -> bool:
    """A clause in the Konjunktiv after the verb, however the parser joined it."""
    if child.dep_ not in LOOSE or child.i < verb.i or marker(child) or any(children(child, "cc")):
        return False
    return reports(child) or supposes(child)


def pointed_back(verb: Token) -> Iterator[Found]:
    """»….  Das teilte die Polizei mit.«: what is said is the sentence before, and the pronoun."""
    sentence = sent_of(verb)
    words = [token for token in sentence if not (token.is_space or token.is_punct)]
    pointer = words[0]
    if pointer.lower_ not in POINTERS or pointer.head != verb or content_clauses(verb) or sentence.start == 0:
        return
    before = sent_of(verb.doc[sentence.start - 1])
    content = frozenset(token.i for token in before if not token.is_space) | {pointer.i}
    yield Found(content, "Indirect", introduction(verb, content))


def has_verb(token: Token) -> bool:
    return token.pos_ in ("VERB", "AUX") or any(children(token, "cop", "aux"))


def marker(clause: Token) -> str:
    return next((child.lower_ for child in children(clause, "mark")), "")


def as_said(verb: Token) -> Iterator[Found]:
    """»Wie X mitteilte, …«: the content is the clause above."""
    judged = verb.dep_ in ("acl:relcl", "conj") and has(verb.head, "cop")  # »… sei ein Fehler, *wie X sagte*«
    if not (judged or verb.dep_ in ("advcl", "parataxis", "ccomp")) or content_clauses(verb):
        return
    as_ = closed(verb).as_
    wie = {child.i for child in verb.children if child.lower_ in as_ and child.dep_ in ("mark", "advmod")}
    if not wie and verb.lang_ != "en" and (first := opening(verb)).lower_ in as_ and first.i > verb.head.i:
        wie = {first.i}  # »wie« hung on the noun behind it
    if judged and not wie:
        return
    behind = verb.dep_ in FINAL and verb.lang_ == "en"  # "…, he said": in German the words hang on the verb
    if (wie or behind) and any(children(verb, "nsubj", "aux", "aux:pass")):
        own = subtree(verb)
        content = trimmed(verb.doc, subtree(verb.head) - own)
        by = introduction(verb, content)
        speaker, frame = by.speaker - wie, trimmed(verb.doc, own)
        yield Found(content, "Indirect", Introduction(speaker, by.cue | wie, by.addressee, frame))


def opening(verb: Token) -> Token:
    """The first word of a clause, behind its comma."""
    first = verb.left_edge
    return first.nbor() if first.is_punct and first.i < verb.i else first


def noun_content(noun: Token) -> Iterator[Found]:
    """»die Befürchtung, dass …«, »die Forderung, … zu …«, »ist der Ansicht, … sei …«"""
    for clause in children(noun, "acl", "ccomp", "csubj", "xcomp", "parataxis"):
        if (
            clause.i > noun.i
            and (clause.dep_ != "parataxis" or (any(children(noun, "cop")) and reports(clause)))
            and (introduces_words(marker(clause), clause) or has_verb(clause))
            and not is_participle(clause)
        ):
            content = trimmed(noun.doc, subtree(clause))
            yield Found(content, "Indirect", noun_introduction(noun, content))


def introduces_words(mark: str, clause: Token) -> bool:
    own = closed(clause)
    return mark in own.that or mark in own.whether or mark in own.infinitive


def is_participle(clause: Token) -> bool:
    return feature(clause, "VerbForm") == "Part" and not any(children(clause, "aux", "aux:pass", "mark"))


def noun_introduction(noun: Token, content: Indices) -> Introduction:
    owner = next((child for child in children(noun, *closed(noun).possessive, *BEHIND[noun.lang_ == "en"])), None)
    verb = noun.head
    if owner is not None:
        speaker = phrase(owner)
    else:
        verb = noun if any(children(noun, "cop")) else verb  # »ist der Ansicht, …«
        speaker = speaker_of(verb) if verb.i == noun.i or noun.dep_ in ("obj", "obl", "obl:arg") else NONE
    cue = frozenset({noun.i, *(child.i for child in children(noun, "det"))})
    return Introduction(speaker - content, cue - content, NONE, trimmed(noun.doc, subtree(verb) - content))


def by_source(noun: Token, speech: SpeechVerbs) -> Iterator[Found]:
    """»laut X«, »nach Angaben von X«, »Berichten zufolge«, »demnach«: the content is the rest of the clause."""
    if noun.lower_ in closed(noun).source_adverbs and noun.dep_ in ("advmod", "mark", "obl"):
        cue = frozenset({noun.i})
        yield from around(noun, cue, cue, cue)
        return
    case = next((child for child in children(noun, "case") if is_source(child, noun, speech)), None)
    if case is not None and noun.dep_ != "ROOT":
        frame = subtree(noun)
        yield from around(noun, phrase(noun) - {case.i}, frozenset({case.i}), frame)


def is_source(case: Token, noun: Token, speech: SpeechVerbs) -> bool:
    own = closed(noun)
    seen = case.lower_ in VIEWED and is_a(noun, "viewpoint")  # »*aus* Sicht der Länder«
    return seen or case.lower_ in own.sources or (case.lower_ in own.source_nouns and speech.is_source(noun))


def around(token: Token, speaker: Indices, cue: Indices, frame: Indices) -> Iterator[Found]:
    content = trimmed(token.doc, subtree(clause_above(token)) - frame)
    if content:
        yield Found(content, "Indirect", Introduction(speaker, cue, NONE, trimmed(token.doc, frame)))


def clause_above(token: Token) -> Token:
    token = token.head
    while token.dep_ not in HEADS and not (token.dep_ == "conj" and has_verb(token)):
        token = token.head
    return token


def so_said(token: Token) -> Iterator[Found]:
    """»…, so der Sprecher.«: a nominal without a verb, after a comma or a closing mark."""
    noun = token.head
    if noun.pos_ not in ("NOUN", "PROPN", "PRON") or noun.i < token.i or token.i == 0:
        return
    if token.nbor().pos_ in ("ADV", "ADP"):
        return
    if has_verb(noun) or token.nbor(-1).text not in {",", "“", "”", '"', "«", "–", "-", "("}:
        return
    frame = subtree(noun) if noun.dep_ != "ROOT" else frozenset(range(token.i, noun.right_edge.i + 1))
    frame = frozenset(i for i in frame if i >= token.i)
    end = inserted_end(token)
    after = range(0) if end is None else range(end + 1, sent_of(token).end)
    content = trimmed(token.doc, frozenset((*range(sent_of(token).start, token.i), *after)))
    if content:
        by = Introduction(phrase(noun) - {token.i}, frozenset({token.i}), NONE, trimmed(token.doc, frame))
        yield Found(content, "Indirect", by)
