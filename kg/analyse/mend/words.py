"""Single words of German that are taken for something else, where the words beside them disprove it."""

from spacy.tokens import Doc, MorphAnalysis, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import NOUNS, agents, case_of, is_plural, number_of, shows_feeling
from kg.analyse.lemma import is_known, joined
from kg.analyse.mend.addressed import set_told
from kg.analyse.mend.adverbs import DECIDEDLY, set_closing, set_decidedly
from kg.analyse.mend.dependent import set_called_for, set_dependent
from kg.analyse.mend.for_or_against import POINTING, SIDES, set_for_or_against
from kg.analyse.mend.likened import set_compared, set_likened
from kg.analyse.mend.owners import set_owner
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a

SUBJECTS = {"er", "sie", "es", "man"}
OPENING = {",", ":", "„", "»", "“"}
SUBJUNCTIVE = "Mood=Sub|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
NO_PARTICIPLE = ("det", "case", "aux", "nsubj", "mark")
FEELING = ("NOUN", "VERB", "ADV")  # what the tagger takes »besorgt«, »empört« for
NOMINALISED = ("ende", "ende(r)", "endr", "ender", "ete", "eter", "agte", "agter", "sandte", "sandter")  # adjectives
IMPERSONAL = {"geben", "brauchen", "handeln", "gehen", "heißen", "zeigen", "kommen"}
STATES = {"entschlossen", "ausgeschlossen"}  # participles
SINGULAR = {"der", "das", "ein", "eine"}  # articles of a subject
PRETERITE = ("te", "ten")
OTHER_SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "ccomp", "xcomp", "aux:pass")
BARE = ("nsubj", "obj", "obl:arg", "iobj", "obl")


def set_words(doc: Doc) -> None:
    """Each word that is plainly something else gets its class and its place in the tree."""
    for token in doc:
        word, pos = token.lower_, token.pos_
        if word == "zufolge":
            set_source(token)
        elif word in POINTING:
            set_for_or_against(token)
        elif word == "dem" and pos == "PRON" and token.dep_ in ("nsubj", "obj"):
            token.dep_ = "obl:arg"  # »*Dem* trat die Türkei entgegen«
        elif word in STATES and pos == "VERB":
            set_resolved(token)
        elif word == DECIDEDLY and pos == "VERB":
            set_closing(token)
            set_decidedly(token)
        elif word == "es" and token.dep_ == "expl":
            set_neuter(token)
        elif word == "noch":
            set_neither(token)
        elif word == "genug":
            set_enough(token)
        elif word == "sondern":
            set_correction(token)
        elif word == "als" and token.dep_ in ("case", "mark", "cc"):
            set_compared(token)
        elif word == "anstelle" and token.dep_ in BARE:
            token.dep_ = "obl"  # »*Anstelle* eines Verbots fordert Norwegen Anreize«
        elif word == "nach" and token.dep_ == "case" and token.i:
            set_called_for(token)
        elif word == "abhängig":
            set_dependent(token)
        elif word == "sowohl" and token.head.dep_ == "obl":
            set_both(token)
        elif word == "wie" and token.dep_ == "mark":
            set_likened(token)
        elif token.is_lower and pos in ("NOUN", "ADJ") and is_subjunctive(token):
            set_subjunctive(token)
        elif pos == "ADJ" and word.endswith(PRETERITE) and has(token, "nsubj") and not has(token, "cop"):
            set_preterite(token)
        elif pos == "ADJ" and token.dep_ == "compound:prt":
            set_predicate(token)
        elif pos in FEELING and word.endswith("t") and is_feeling(token):
            token.pos_, token.dep_, token.lemma_ = "ADJ", "xcomp", word
        elif pos == "VERB" and word.endswith("end") and token.dep_ == "xcomp" and is_a(token.head, "showing"):
            token.pos_, token.lemma_ = "ADJ", word  # »zeigte sich *ablehnend*«
        elif pos == "VERB" and token.lemma_ == word and not word.endswith("n") and not has(token, "nsubj"):
            token.pos_ = "ADJ"  # »nannte die Vorwürfe *absurd*«: the base form of every verb ends in -n
        elif pos == "VERB":
            set_addressee(token)
            set_told(token)
            set_second_subject(token)
            if is_a(token, "going"):
                set_perfect(token)
            if is_a(token, "taking-sides"):
                set_side_taken(token)
        elif pos == "NOUN" and is_plural(token) and (token.dep_ == "nsubj" or is_after_so(token)):
            set_singular(token)
        elif pos == "PROPN" and token.dep_ == "nsubj" and word in closed(token).moreover:
            set_adverb(token)
        elif pos == "PROPN" and word.endswith("s") and token.i + 1 < len(doc):
            set_owner(token)


def set_enough(enough: Token) -> None:
    """»geht nicht *weit* genug«: the adverb before it goes with the verb, and »genug« with the adverb."""
    adverb = enough.nbor(-1) if enough.i else enough
    if adverb.head == enough and adverb.dep_ == "advmod" and enough.head != enough:
        adverb.head, adverb.dep_ = enough.head, "advmod"
        enough.head, enough.dep_ = adverb, "advmod"


def set_singular(noun: Token) -> None:
    """»sagte *die Vorsitzende* der Partei«, »*der* frühere *Minister*«, taken for a plural beside a singular verb.

    The plural of what is an adjective by its ending ends in -n, that of »Ministerin« in -innen, and no plural is a
    subject with »der« or »ein«.
    """
    if has(noun, "conj", "nummod") or (noun.dep_ == "nsubj" and number_of(noun.head) != "Sing"):
        return
    adjectival = noun.lower_.endswith("e") and noun.lemma_.lower().endswith(NOMINALISED)
    lone = adjectival or noun.lower_.endswith("in")
    articles = {child.lower_ for child in children(noun, "det")}
    if articles & SINGULAR or (lone and "die" in articles):
        noun.morph = MorphAnalysis(noun.vocab, str(noun.morph).replace("Number=Plur", "Number=Sing"))


def set_adverb(token: Token) -> None:
    """»*Zugleich* begrüßte ein Sprecher den Plan«, tagged as a name: the verb has another subject."""
    if sum(1 for _ in children(token.head, "nsubj")) > 1:
        token.pos_, token.dep_ = "ADV", "advmod"


def is_after_so(noun: Token) -> bool:
    """»„…“, *so der* frühere *Minister*«"""
    return any(child.i and child.nbor(-1).lower_ == "so" for child in children(noun, "det"))


def set_side_taken(verb: Token) -> None:
    """»So sprach sich die Partei *gegen den Plan* aus«: behind the verb and its subject, and no part of its name."""
    if any(case_of(noun) in SIDES for noun in children(verb, "obl", "obl:arg")):
        return
    for subject in children(verb, "nsubj"):
        behind = subject.pos_ in NOUNS and verb.i < subject.i
        for noun in children(subject, "nmod") if behind else ():
            if case_of(noun) in SIDES and noun.i > subject.i:
                noun.head, noun.dep_ = verb, "obl"
                return
    if any(child.lower_ in POINTING or child.dep_ in ("ccomp", "xcomp") for child in verb.children):
        return
    within = (noun for above in children(verb, "obl") if above.i > verb.i for noun in above.subtree)
    sides = [noun for noun in within if noun.dep_ == "nmod" and case_of(noun) in SIDES]
    if len(sides) == 1:  # »sprach sich nach Angaben einer Sprecherin *gegen den Plan* aus«
        sides[0].head, sides[0].dep_ = verb, "obl"


def set_source(postposition: Token) -> None:
    """»*Norwegen zufolge* ist der Plan ein Fehler«: with »zufolge« behind it a noun is no subject."""
    noun = postposition.nbor(-1) if postposition.i else postposition
    while noun.head.pos_ in NOUNS and noun.dep_ not in (*BARE, "nsubj:pass", "ROOT") and noun.head.i < postposition.i:
        noun = noun.head
    if noun.pos_ in NOUNS and noun.dep_ in (*BARE, "nsubj:pass") and not postposition.is_ancestor(noun):
        noun.dep_ = "obl"
        postposition.head, postposition.dep_, postposition.pos_ = noun, "case", "ADP"


def set_resolved(participle: Token) -> None:
    """»Norwegen *ist entschlossen*, … zu …«, »Das *ist* für ihn *ausgeschlossen*« tell how it is, and no passive."""
    copulas = [verb for verb in children(participle, "aux:pass", "aux") if verb.lemma_ == "sein"]
    if not copulas or agents(participle):
        return
    participle.pos_, participle.lemma_ = "ADJ", participle.lower_
    copulas[0].dep_ = "cop"
    for subject in children(participle, "nsubj:pass"):
        subject.dep_ = "nsubj"


def set_preterite(verb: Token) -> None:
    """»Auf Druck von Polen *lehnte* Norwegen den Plan ab«, tagged as an adjective: with that ending it is a verb."""
    stem = verb.lower_.removesuffix("n").removesuffix("te")
    infinitive = next((form for form in (stem + "en", stem + "n", stem.removesuffix("e") + "en") if is_known(form)), "")
    if not infinitive or verb.dep_ == "amod":
        return
    number = "Plur" if verb.lower_.endswith("ten") else "Sing"
    verb.pos_, verb.lemma_ = "VERB", infinitive
    verb.morph = MorphAnalysis(verb.vocab, f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin")
    for particle in children(verb, "compound:prt"):
        verb.lemma_ = joined(verb.lemma_, particle.lower_, verb.lang_)


def set_neuter(pronoun: Token) -> None:
    """»Das Parlament tagte. *Es* billigte den Haushalt«: a verb with an object and no subject has that one."""
    verb = pronoun.head
    open_ = verb.dep_ == "ROOT" and verb.pos_ == "VERB" and not has(verb, *OTHER_SUBJECTS)
    if open_ and has(verb, "obj") and verb.lemma_ not in IMPERSONAL:
        pronoun.dep_ = "nsubj"


def set_neither(conjunction: Token) -> None:
    """»unterstützt *weder* den Plan *noch* die Reform«: the two are joint."""
    doc, sent = conjunction.doc, sent_of(conjunction)
    neither = next((word for word in doc[sent.start : conjunction.i] if word.lower_ in closed(word).neither), None)
    if neither is None:
        return
    first = next((word for word in doc[neither.i + 1 : conjunction.i] if word.pos_ in NOUNS), None)
    second = next((word for word in doc[conjunction.i + 1 : sent.end] if word.pos_ in NOUNS), None)
    if first is None or second is None or second.left_edge.i not in (conjunction.i, conjunction.i + 1):
        return
    if first.head == neither and first.dep_ == "flat:name":
        set_first(neither, first, second)
    beside = first.dep_ in BARE and first.right_edge.i in (conjunction.i - 1, second.right_edge.i)
    if second.head == first.head and second.dep_ in BARE and (second.dep_ == first.dep_ or beside):
        second.head, second.dep_ = first, "conj"
    if second.head == first and second.dep_ == "conj":
        conjunction.head, conjunction.dep_, conjunction.pos_ = second, "cc", "CCONJ"


def set_first(neither: Token, first: Token, second: Token) -> None:
    """»*Weder Russland* noch …«, taken for a name: the first of the two has the place of the second."""
    verb = neither.head
    if second.dep_ == "conj" and second.head == neither and not has(verb, "nsubj") and verb != neither:
        second.head, place = first, "nsubj"
    elif second.dep_ in BARE and second.head == verb and verb != neither:
        place = second.dep_
    else:
        return
    first.head, first.dep_, neither.head, neither.dep_ = verb, place, first, "cc"


def set_correction(but: Token) -> None:
    """»nicht Ghana, *sondern Norwegen*«: joined to what is denied, where the parse has it beside that, or on the comma.

    »*Nicht Waffen, sondern Gespräche* seien nötig«, taken for two subjects.
    """
    noun = but.head
    if noun.dep_ == "conj" and noun.head.is_punct:
        noun.head = noun.head.head
    if noun.pos_ not in NOUNS or noun.dep_ not in BARE:
        return
    others = children(noun.head, noun.dep_)
    denied = [other for other in others if other.right_edge.i in (but.i - 1, but.i - 2) and other.pos_ in NOUNS]
    if denied and case_of(denied[-1]) == case_of(noun):
        noun.head, noun.dep_ = denied[-1], "conj"


def set_both(both: Token) -> None:
    """»lehnt *sowohl die Steuer* als auch die Maut ab«: without a preposition the object of a verb that has none."""
    noun, verb = both.head, both.head.head
    if verb.pos_ == "VERB" and not case_of(noun) and has(verb, "nsubj") and not has(verb, "obj", "obl:arg", "iobj"):
        noun.dep_ = "obj"


def set_perfect(verb: Token) -> None:
    """»*ist* von der Forderung *abgerückt*«: of verbs that tell where one goes it is the perfect, and no passive."""
    if has(verb, "obl:agent") or any(child.lemma_ == "werden" for child in children(verb, "aux:pass")):
        return
    for child in children(verb, "aux:pass", "nsubj:pass"):
        if child.dep_ == "nsubj:pass" or child.lemma_ == "sein":
            child.dep_ = child.dep_.removesuffix(":pass")


def is_subjunctive(token: Token) -> bool:
    """»sagte, sie *poche* auf …«: what stands between such a subject and the rest of its clause is a verb."""
    if not token.lower_.endswith("e") or token.i < sent_of(token).start + 2:
        return False
    subject, before = token.nbor(-1), token.nbor(-2)
    return subject.lower_ in SUBJECTS and before.text in OPENING and bool(infinitive_of(token))


def infinitive_of(subjunctive: Token) -> str:
    """Of »poche« »pochen«, of »äußere« »äußern«; '' if there is no such verb."""
    form = subjunctive.lower_
    return next((verb for verb in (form + "n", form[:-1] + "n") if is_known(verb)), "")


def set_subjunctive(verb: Token) -> None:
    """The verb takes the place of the noun that it was taken for a part of: »sie *würdige* höhere Steuern«."""
    verb.pos_, verb.lemma_ = "VERB", infinitive_of(verb)
    verb.morph = MorphAnalysis(verb.vocab, SUBJUNCTIVE)
    noun = verb.head
    if verb.dep_ == "amod" and noun.i > verb.i:
        verb.dep_, verb.head = noun.dep_, noun if noun.dep_ == "ROOT" else noun.head
        if noun.dep_ == "ROOT":
            verb.head = verb
        noun.head, noun.dep_ = verb, "obj"
        for child in [child for child in noun.children if child.i < verb.i]:
            child.head = verb
    for particle in children(verb, "compound:prt"):
        verb.lemma_ = joined(verb.lemma_, particle.lower_, verb.lang_)


def set_predicate(adjective: Token) -> None:
    """»nannten den Plan *überfällig*«, »zeigten sich *bereit*«: no part of the verb, where the two make no verb."""
    if not adjective.head.lemma_.startswith(adjective.lower_):
        adjective.dep_ = "xcomp"


def is_feeling(token: Token) -> bool:
    """»äußerte sich *besorgt* über …«, »*Empört* zeigte sich …«, »reagierte *entsetzt*«: how somebody feels."""
    verb = token.head
    if token == verb or not shows_feeling(verb) or has(token, *NO_PARTICIPLE):
        return False
    if token.pos_ == "NOUN":
        place = token.i == sent_of(token).start and token.dep_ == "nsubj"
    else:
        place = token.dep_ in ("advmod", "xcomp", "compound:prt", "ccomp")
    return place and is_known(participle_of(token))


def participle_of(token: Token) -> str:
    """The infinitive of the participle: »empört« of »empören«."""
    return token.lemma_.lower() if token.pos_ != "NOUN" else token.lower_.removesuffix("t") + "en"


def set_addressee(verb: Token) -> None:
    """»sagte *der Zeitung* am Montag«, »ist *der Union* beigetreten«: with »der« a feminine noun is no subject.

    Where another one stands.
    """
    found = list(children(verb, "nsubj"))
    if len(found) < 2 or verb.lang_ != "de":
        return
    for noun in found:
        article = next((child.lower_ for child in children(noun, "det")), "")
        if article == "der" and feature(noun, "Gender") == "Fem" and not is_plural(noun):
            noun.dep_ = "obl:arg"


def set_second_subject(verb: Token) -> None:
    """»Damit dementierten die Türkei sowie die Schweiz *Berichte* über …«: the second subject is the object."""
    if has(verb, "obj", "cop", "aux:pass", "nsubj:pass", "obl:arg"):
        return
    found = [child for child in children(verb, "nsubj") if child.pos_ in NOUNS and not case_of(child)]
    if len(found) != 2 or not verb.i < found[0].i:
        return
    second = found[1]
    article = next((child.lower_ for child in children(second, "det")), "")
    if article not in ("der", "ein") and not second.left_edge.nbor(-1).is_punct:
        second.dep_ = "obj"
