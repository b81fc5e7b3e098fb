"""Pronouns and short descriptions, by rules: number, person and the subject that was just spoken of."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from kg.analyse.closed import closed
from kg.analyse.grammar import auxiliaries, case_of, clause_of, coordinated, preceding
from kg.analyse.grammar import is_plural as is_plural_noun
from kg.analyse.mend.verbs_joined import has_plural_form
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.slots import subjects
from kg.analyse.words import is_a
from kg.link.cast import Cast
from kg.link.lists import has_plural_verb
from kg.link.nominal import is_day
from kg.model import Party

WINDOW = 2  # candidates that a pronoun chooses from
COLLECTIVE = ("group", "organisation", "state")
BODIES = ("group", "organisation")
FEMININES = ("tion", "ung", "heit", "keit", "schaft", "tät")  # what is feminine by its ending
FEMININE = ("die", "der", "eine", "einer")
BACK = 4  # sentences; further back a pronoun is rarely meant
CHAIN = 10  # sentences that a subject pronoun may go on through
WITH = ("", "with", "mit")
SUBJECTS = ("nsubj", "nsubj:pass", "obl:agent")
OBJECTS = ("obj", "iobj", "obl", "obl:arg")
ARTICLES = {"er": "der", "es": "das", "sie": "die"}  # of the bodies that German so calls


def is_first_person(token: Token) -> bool:
    return token.lower_ in closed(token).first_person


def is_pronoun(token: Token) -> bool:
    own = closed(token)
    return token.pos_ in ("PRON", "DET") or token.lower_ in own.third_person or token.lower_ in own.nobody


def resolve(pronoun: Token, cast: Cast, *, acts: bool = False) -> Party | None:
    """Whom a pronoun of the third person means; None if nobody fits.

    `acts`: the sentence has it as the one that acts, so that it means somebody, with a name or without.
    """
    asked = (pronoun.i, acts)
    if asked not in cast.meant:  # several cues ask for the same pronoun, each time through five sentences
        cast.meant[asked] = looked_up(pronoun, cast, acts=acts)
    return cast.meant[asked]


def looked_up(pronoun: Token, cast: Cast, *, acts: bool) -> Party | None:
    own = closed(pronoun)
    if pronoun.lower_ in own.nobody:
        return body_before(first_of_chain(pronoun), cast)
    if pronoun.dep_ in own.possessive:
        return possessor(pronoun, cast)
    if (noun := noun_before_comma(pronoun)) is not None:
        return cast.party(noun)
    if pronoun.lower_ in own.latter:
        return next((party for party, _ in nearest(pronoun, cast)), None)
    if is_plural(pronoun):
        return next((party for party, _ in before(pronoun, cast) if party.kind in COLLECTIVE), None)
    return singular(pronoun, cast) or (somebody(pronoun, cast) if acts else None)


def everyone(pronoun: Token, cast: Cast) -> list[Party]:
    """»Merk traf Kern. Sie lehnten …«: each of the persons that a plural subject sums up; [] where it means a group.

    »Zwei Abgeordnete, Merk und Kern, …« names them behind the noun.
    """
    if pronoun.dep_ != "nsubj" or not is_plural(pronoun):
        return []
    for sent in list(preceding(pronoun, BACK))[1:]:
        subject = next((noun for noun in subjects(sent.root) if not is_pronoun(noun)), None)
        if subject is None:
            continue
        acting = persons(cast.named.members(subject) or coordinated(subject), cast)
        met = persons(counterparts(sent.root), cast) if len(acting) == 1 else []
        together = {party.name: party for party in (*acting, *met)}
        if len(together) != 1:
            return list(together.values())
    return []


def counterparts(verb: Token) -> list[Token]:
    """»Merk traf *Kern*«, »sprach mit *Kern*«: whom the subject meets."""
    nouns = [noun for noun in children(verb, "obj", "obl", "obl:arg", "nmod") if case_of(noun) in WITH]
    return [other for noun in nouns for other in coordinated(noun)]


def persons(nouns: Iterable[Token], cast: Cast) -> list[Party]:
    found = (cast.party(noun) for noun in nouns)
    return [party for party in found if party is not None and party.kind == "person"]


def singular(pronoun: Token, cast: Cast) -> Party | None:
    """A person of that gender, else for »sie« a group: »Sie (die Partei) beschloss …«."""
    others = named_beside(pronoun, cast)
    if (body := body_beside(pronoun, cast)) is not None:
        return body
    pronoun = first_of_chain(pronoun)
    found = [(party, noun) for party, noun in before(pronoun, cast) if party not in others]
    persons = pronoun.lang_ != "en" or pronoun.lower_ not in closed(pronoun).it
    fitting = [party for party, noun in found if party.kind == "person" and fits_gender(pronoun, noun, party, cast)]
    people = fitting if persons else []
    body = body_before(pronoun, cast) or feminine_before(pronoun, cast)
    if body is not None:
        start = start_before(pronoun)
        if not any(noun.i >= start for party, noun in found if party in people):
            return body
    if people:
        return most_prominent(people, cast)
    kinds = ("group", "organisation") if pronoun.lang_ != "en" else COLLECTIVE
    groups = (party for party, _ in found if party.kind in kinds)
    return next(groups, None) if means_group(pronoun) else None


def named_beside(pronoun: Token, cast: Cast) -> list[Party]:
    """»Er würdigte *Merks* Lebensweg«, »er kam und rief *Merk* an«: whom its own clause names is somebody else."""
    if pronoun.dep_ != "nsubj":
        return []
    verbs = (pronoun.head, *(verb for verb in children(pronoun.head, "conj") if not has(verb, "nsubj")))
    nouns = [noun for verb in verbs for noun in children(verb, *OBJECTS) if noun.i > pronoun.i]
    nouns += [owner for noun in nouns for owner in children(noun, "nmod") if not case_of(owner)]
    return persons((noun for noun in nouns if noun.pos_ == "PROPN"), cast)


def first_of_chain(pronoun: Token) -> Token:
    """»Sie verteidigte … Sie schlug vor …«: the first of the subjects that go on from sentence to sentence."""
    for _ in range(CHAIN):
        if (same := same_before(pronoun)) is None:
            break
        pronoun = same
    return pronoun


def body_beside(pronoun: Token, cast: Cast) -> Party | None:
    """»*Der Verband* begrüßte das Gesetz, *er* fordert aber …«: the subject of the clause before, if it agrees."""
    if pronoun.dep_ not in ("nsubj", "nsubj:pass") or pronoun.lower_ not in ARTICLES:
        return None
    main = sent_of(pronoun).root
    subject = next(children(main, "nsubj", "nsubj:pass"), None) if main.i != pronoun.head.i else None
    if subject is None or subject.i > pronoun.i or (party := agreeing_body(subject, pronoun, cast)) is None:
        return None
    between = (noun for noun in pronoun.doc[subject.right_edge.i + 1 : pronoun.i] if noun.pos_ in ("NOUN", "PROPN"))
    return party if not any(is_person(noun, cast) for noun in between) else None


def is_person(noun: Token, cast: Cast) -> bool:
    """»der Minister«, »Merk«"""
    party = cast.party(noun)
    return (party is not None and party.kind == "person") or is_one(noun)


def body_before(pronoun: Token, cast: Cast) -> Party | None:
    """»*Der Verband* tagte. *Er* fordert …«: what the sentence before is about, if its article agrees."""
    if pronoun.dep_ != "nsubj" or pronoun.lower_ not in ARTICLES or not sent_of(pronoun).start:
        return None
    subject = next(children(sent_of(pronoun.doc[start_before(pronoun)]).root, "nsubj", "nsubj:pass"), None)
    return agreeing_body(subject, pronoun, cast) if subject is not None else None


def agreeing_body(subject: Token, pronoun: Token, cast: Cast) -> Party | None:
    """»der Verband« for »er«, »das Ministerium« for »es«, »die Ukraine« for »sie«: a body, by its article."""
    if subject.pos_ not in ("NOUN", "PROPN") or has_plural_verb(subject) or is_several(pronoun):
        return None
    agrees = any(child.lower_ == ARTICLES[pronoun.lower_] for child in children(subject, "det"))
    party = cast.party(subject) if agrees else None
    named = party is not None and party.kind in ("organisation", "state")
    body = is_a(subject, "acting")  # »der Bagger« is none
    return party if party is not None and party.kind in COLLECTIVE and (named or body) else None


def is_several(pronoun: Token) -> bool:
    """»…, weil *sie* Frieden *fordern*«: by the verb, which the tagger may take for an infinitive."""
    return all(map(has_plural_form, auxiliaries(pronoun.head) or [pronoun.head]))


def feminine_before(pronoun: Token, cast: Cast) -> Party | None:
    """»Mit der *Opposition* gab es keine Einigung. *Sie* fordert …«: a body that is a feminine singular."""
    if pronoun.lower_ != "sie" or pronoun.dep_ != "nsubj" or not sent_of(pronoun).start:
        return None
    start = start_before(pronoun)
    named = ((party, noun) for party, noun in before(pronoun, cast) if start <= noun.i < sent_of(pronoun).start)
    return next((party for party, noun in named if party.kind in BODIES and is_feminine(noun)), None)


def is_feminine(noun: Token) -> bool:
    """»die Partei«, »der Opposition«: a body, by its article."""
    feminine = feature(noun, "Gender") == "Fem" or noun.lemma_.endswith(FEMININES)
    if noun.pos_ != "NOUN" or is_plural_noun(noun) or not (feminine and is_a(noun, "acting")):
        return False
    return any(child.lower_ in FEMININE for child in children(noun, "det"))


def start_before(pronoun: Token) -> int:
    """Where the sentence before begins."""
    return sent_of(pronoun.doc[max(0, sent_of(pronoun).start - 1)]).start


def somebody(pronoun: Token, cast: Cast) -> Party | None:
    """»der Kläger … er«: one person without a name, of the gender of the pronoun."""
    gender = "Fem" if pronoun.lower_ in closed(pronoun).female else "Masc"
    fitting = (party for party, noun in before(pronoun, cast) if feature(noun, "Gender") == gender and is_one(noun))
    return next(fitting, None)


def is_one(noun: Token) -> bool:
    """A single person, by what the noun says."""
    person = noun.pos_ == "NOUN" and is_a(noun, "agent") and not (is_a(noun, "abstract") or is_day(noun))
    return person and not is_plural_noun(noun)


def means_group(pronoun: Token) -> bool:
    """German »sie« may be »die Partei«; English says "it"."""
    return pronoun.lower_ in (closed(pronoun).it if pronoun.lang_ == "en" else closed(pronoun).female)


def same_before(pronoun: Token) -> Token | None:
    """»Sie verteidigte … Sie schlug vor …«: a subject that goes on from the sentence before means the same."""
    start = sent_of(pronoun).start
    if pronoun.dep_ != "nsubj" or start == 0 or "\n" in pronoun.doc[start - 1].text:
        return None
    before = sent_of(pronoun.doc[start - 1])
    subject = next((token for token in before if token.dep_ == "nsubj" and token.head.dep_ == "ROOT"), None)
    return subject if subject is not None and subject.lower_ == pronoun.lower_ else None


def noun_before_comma(pronoun: Token) -> Token | None:
    """»…, die …« is relative even where the parser hangs the clause elsewhere."""
    relative = closed(pronoun)
    if (
        pronoun.lower_ not in relative.relative | relative.definite | relative.relative_forms
        or pronoun.i < 2
        or pronoun.nbor(-1).text != ","
    ):
        return None
    closing = [pronoun.doc[i] for i in range(pronoun.i - 2, max(-1, pronoun.i - 5), -1)]
    return next((token for token in closing if token.pos_ in ("NOUN", "PROPN")), None)


def most_prominent(parties: list[Party], cast: Cast) -> Party:
    """Of the last few candidates, nearest first, the one that the text names most often: whom it is about."""
    last = list({party.name: party for party in parties}.values())[:WINDOW]
    return max(last, key=lambda party: cast.counts[party.name] - last.index(party))


def possessor(pronoun: Token, cast: Cast) -> Party | None:
    """»ihre Forderung« is the subject's, if the clause has one that can make demands."""
    for noun in subjects(clause_of(pronoun)):
        named = noun.i != pronoun.i and noun.pos_ in ("NOUN", "PROPN") and may_own(pronoun, noun)
        if named and (party := cast.party(noun)) is not None:
            return party
    found = list(before(pronoun, cast))
    plural = [party for party, _ in found if party.kind in COLLECTIVE]
    people = [party for party, _ in found if party.kind == "person"]
    own = closed(pronoun)
    male = pronoun.lower_ in own.possessive_male
    only_female = pronoun.lower_ in own.possessive_female and pronoun.lower_ not in own.possessive_plural
    if not (male or only_female) and (acting := acting_before(pronoun, cast)) is not None:
        return acting
    return next(iter(people if male or only_female else plural or people), None)


def acting_before(pronoun: Token, cast: Cast) -> Party | None:
    """»*Renate Kern* sprach vor Anhängern. *Ihre* Forderung …«: who acts in the sentence before."""
    sent = next(iter(list(preceding(pronoun, 1))[1:]), None)
    subject = next(iter(subjects(sent.root)), None) if sent is not None else None
    if subject is None or pronoun.lang_ == "en" or is_pronoun(subject) or len(coordinated(subject)) > 1:
        return None
    if (party := cast.party(subject)) is None:
        return None
    if party.kind == "person":
        return None if cast.is_called(party, "mans-name") or is_a_man(subject) else party
    return party if party.kind in COLLECTIVE else None


def is_a_man(noun: Token) -> bool:
    """»der Minister«"""
    return noun.pos_ == "NOUN" and not is_a(noun, "feminine")


def may_own(pronoun: Token, noun: Token) -> bool:
    """»Nach seiner Meinung sollten die Länder …«: a plural has nothing that is »sein«."""
    male = pronoun.lower_ in closed(pronoun).possessive_male
    return not male or noun.dep_ not in ("nsubj", "nsubj:pass") or not has_plural_verb(noun)


def is_plural(pronoun: Token) -> bool:
    """»sie« is plural if the verb is; German tells no other way."""
    own = closed(pronoun)
    if pronoun.lang_ == "en":
        return pronoun.lower_ in own.plural
    if pronoun.lower_ not in own.plural or pronoun.dep_ not in ("nsubj", "nsubj:pass"):
        return pronoun.lower_ == "ihnen"
    verbs = [pronoun.head, *children(pronoun.head, "aux", "aux:pass", "cop")]
    return any("Plur" in feature(verb, "Number") and feature(verb, "VerbForm") == "Fin" for verb in verbs)


def fits_gender(pronoun: Token, noun: Token, party: Party, cast: Cast) -> bool:
    """»sie« is no »Minister«, no »Präsident Holl« and no »Gerhard«, »er« no »Ministerin«; other names fit both."""
    female = pronoun.lower_ in closed(pronoun).female
    if noun.pos_ == "NOUN":
        return is_a(noun, "feminine") == female or (noun.lang_ == "en" and not is_a(noun, "feminine"))
    if noun.lang_ != "en" and (office := cast.offices.is_womans(party)) is not None:
        return office == female
    return not (cast.is_called(party, "mans-name") if female else cast.is_called(party, "womans-name"))


def nearest(token: Token, cast: Cast) -> Iterator[tuple[Party, Token]]:
    """»dieser« is the last that was named, whatever its role in the sentence."""
    for index in range(token.i - 1, max(-1, token.i - 60), -1):
        noun = token.doc[index]
        if noun.pos_ in ("NOUN", "PROPN") and (party := cast.party(noun)) is not None and party.kind != "place":
            yield party, noun


def before(token: Token, cast: Cast) -> Iterator[tuple[Party, Token]]:
    """Actors named before the token, the nearest sentence first, in a sentence the subject first."""
    for sent in preceding(token, BACK):
        nouns = [noun for noun in sent if noun.i < token.i and noun.pos_ in ("NOUN", "PROPN")]
        nouns = [noun for noun in nouns if not (is_beside(noun, token) or is_predicate(noun))]
        for noun in sorted(nouns, key=lambda noun: (noun.dep_ not in SUBJECTS, -noun.i)):
            if (party := cast.party(noun)) is not None and party.kind != "place":
                yield party, noun


def is_predicate(noun: Token) -> bool:
    """»Renate Kern ist *Sprecherin* der SPD. Sie …«: what somebody is, is nobody else."""
    if noun.lang_ == "en" or noun.pos_ != "NOUN":
        return False
    return (has(noun, "cop") and has(noun, "nsubj")) or (case_of(noun) == "als" and noun.dep_ in ("obl", "obl:arg"))


def is_beside(noun: Token, pronoun: Token) -> bool:
    """»Im *Parlament* lehnte sie den Plan ab«: a pronoun means nobody that is named beside it below one verb."""
    return pronoun.pos_ == "PRON" and pronoun.dep_ in SUBJECTS and noun.head.i == pronoun.head.i
