"""Headlines: what stands before the colon is no part of what is said, and verbs leave out »wir«."""

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from kg.analyse.grammar import NOUNS
from kg.analyse.headlines import headlines, keep_topic, leave_out, parted, unmarked
from kg.analyse.mend.copula import take_place
from kg.analyse.mend.rerooted import join, reroot, top_noun
from kg.analyse.mend.verbless import ANSWERS, set_against, set_judgement, set_refusal, set_stand
from kg.analyse.morphology import feature
from kg.analyse.settled import has, sent_of
from kg.analyse.words import is_a

VERBS = frozenset({"VERB", "AUX"})
SUBJECTS = ("nsubj", "nsubj:pass")
WITHIN = frozenset({*SUBJECTS, "obj", "obl", "iobj", "advmod", "obl:arg"})
JOINED = frozenset({"appos", "conj", "nmod", "flat:name", "compound"})
WHENCE = frozenset({"von", "aus"})
ABOUT = frozenset({"zu", "zum", "zur", "an", "am", "gegen", "für", "nach", "über", "bei", "beim", "vor"})


def set_headlines(doc: Doc) -> None:
    """Each headline gets the subject, or the predicate, that it has."""
    for line in headlines(doc):
        topic, marked = parted(line)
        words = unmarked(marked)
        if len(words) < 2:
            continue
        if topic or not has_verb(words):
            join(words)
        set_verbs(topic, words)
        if not has_verb(words):
            set_verbless(topic, words)


def has_verb(words: Sequence[Token]) -> bool:
    return any(word.pos_ in VERBS for word in words)


def set_verbs(topic: Sequence[Token], words: Sequence[Token]) -> None:
    """What is a verb, and what is its subject."""
    set_particle(words[-1])
    for word in words:
        set_adjective(word)
    set_need(words)
    if topic:
        set_apart(topic, words)
        set_will(words)
        set_subject(words)
        set_done(words)


def set_done(words: Sequence[Token]) -> None:
    """»Bundesrat: *Sitzung beendet*«: a verb that ends the line behind its object is a participle, and none ends it."""
    last = words[-1]
    if last.pos_ != "VERB" or has(last, *SUBJECTS, "aux", "aux:pass") or feature(last, "VerbForm") == "Inf":
        return
    for thing in [child for child in last.children if child.dep_ == "obj" and child.i < last.i]:
        thing.dep_ = "nsubj:pass"


def set_verbless(topic: Sequence[Token], words: Sequence[Token]) -> None:
    """What is said of whom, where no verb tells it; a judgement only behind a colon."""
    set_whose(words)
    if topic and set_refusal(words):
        return
    if not (set_stand(words) or set_against(words)) and topic:
        set_judgement(words)


def set_apart(topic: Sequence[Token], words: Sequence[Token]) -> None:
    """»*Merz*: Werden Zölle nicht akzeptieren«, »*Tempolimit*: SPD lehnt ab«: nothing in the sentence behind it."""
    places = {word.i for word in words}
    noun = top_noun(topic)
    if noun is None:
        return
    if noun.head.i in places and noun.dep_ in WITHIN:
        noun.dep_ = "parataxis"
    for word in [word for word in noun.children if word.i in places]:
        word.dep_ = "parataxis" if word.dep_ in JOINED else word.dep_
    keep_topic(noun, words)
    set_we(words)


def set_we(words: Sequence[Token]) -> None:
    """»Merz: *Werden* Zölle nicht *akzeptieren*«: a verb that begins it has »wir« beside it."""
    first, places = words[0], {word.i for word in words}
    verb = first.head if first.pos_ == "AUX" and first.dep_ != "ROOT" and first.head.i in places else first
    if first.pos_ not in VERBS or "Plur" not in feature(first, "Number") or has_own_subject(verb, places - {first.i}):
        return
    if first.dep_ in ("aux:pass", "nsubj", "obj") and feature(verb, "VerbForm") == "Inf":
        for thing in [child for child in first.children if child.dep_ == "flat:name"]:  # »Werden Zölle« as a name
            thing.head, thing.dep_ = verb, "obj"
        first.dep_ = "aux"
    leave_out(first)
    leave_out(verb)


def has_own_subject(verb: Token, places: set[int]) -> bool:
    return any(child.dep_ in SUBJECTS and child.i in places for child in verb.children)


def set_particle(last: Token) -> None:
    """»Tempolimit: SPD lehnt *ab*«, where the parse takes the particle for something of its own."""
    verb = next((word for word in sent_of(last) if word.pos_ == "VERB" and word.i < last.i), None)
    if last.pos_ == "ADP" and last.dep_ in ("ROOT", "parataxis") and verb is not None and put_above(verb, last):
        last.head, last.dep_ = verb, "compound:prt"
        verb.lemma_ = last.lower_ + verb.lemma_


def put_above(verb: Token, word: Token) -> bool:
    """Whether the word may hang on the verb, which takes its place where it hangs on it; deeper down it may not."""
    if verb.head == word and verb != word:
        take_place(verb, word)
    return not word.is_ancestor(verb)


def set_adjective(word: Token) -> None:
    """»Moskau *unzufrieden* mit …«, »Städtetag *besorgt* über …«: no verb, whatever the tagger says."""
    if word.pos_ != "VERB":
        return
    denied = word.lower_.startswith("un") and not word.lower_.startswith("unter")
    if denied or not feature(word, "VerbForm"):
        word.pos_, word.lemma_ = "ADJ", word.lower_


def set_need(words: Sequence[Token]) -> None:
    """»Merz: *Brauchen* höheren Mindestlohn«: a verb, whatever the tagger takes the capital for."""
    first = words[0]
    plan = top_noun(words[1:])
    if not is_a(first, "needing") or first.pos_ == "VERB" or plan is None or has(plan, "case"):
        return
    first.pos_, first.lemma_ = "VERB", first.lower_
    first.set_morph("Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin")  # type: ignore[attr-defined]  # not in its stub
    reroot(first, words)
    plan.head, plan.dep_ = first, "obj"


def set_will(words: Sequence[Token]) -> None:
    """»Haushalt: *SPD* will *Erhöhung*«: the modal is all the verb that there is, not one of what stands before."""
    places = {word.i for word in words}
    modal = next((word for word in words if word.lemma_ == "wollen" and word.pos_ == "AUX"), None)
    if modal is None or modal.head.i in places or any(word.pos_ == "VERB" for word in words):
        return
    before, behind = [[word for word in words if word.i < modal.i], [word for word in words if word.i > modal.i]]
    holder, plan = top_noun(before), top_noun(behind)
    if holder is None or plan is None or has(holder, "case") or has(plan, "case"):
        return
    reroot(modal, words)
    holder.head, holder.dep_, plan.head, plan.dep_ = modal, "nsubj", modal, "obj"


def set_subject(words: Sequence[Token]) -> None:
    """»Parteitag – *Merk* fordert Zölle«: the noun before the verb, where the parse joins it to what stands before."""
    at = next((i for i, word in enumerate(words) if word.pos_ in VERBS and feature(word, "VerbForm") == "Fin"), 0)
    holder = top_noun(words[:at])
    if holder is None or has(holder, "case"):
        return
    places, verb = {word.i for word in words}, words[at]
    verb = verb.head if verb.pos_ == "AUX" and verb.head.i in places else verb
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS and child.i in places]
    if holder.head.i in places or any(child.i < words[at].i for child in subjects):
        return
    if put_above(verb, holder):
        for child in subjects:
            child.dep_ = "obj"
        holder.head, holder.dep_ = verb, "nsubj"


def set_whose(words: Sequence[Token]) -> None:
    """»Nein *von Merk* zu Zöllen«, »Kritik *aus Kiew* an der Reform«: the second phrase is of the first noun, too."""
    first, phrases = top_noun(words), [word for word in words if word.pos_ == "ADP" and word.head.pos_ in NOUNS]
    if words[0].lower_ in ANSWERS:
        words[0].pos_, words[0].lemma_ = "NOUN", words[0].text
        first = words[0]
    if first is None or len(phrases) < 2 or phrases[0].i != first.i + 1 or phrases[0].lower_ not in WHENCE:
        return
    noun = phrases[1].head
    if phrases[1].lower_ in ABOUT and noun.i > phrases[1].i and first not in noun.subtree:
        noun.head, noun.dep_ = first, "nmod"
