"""»*Abgelehnt wird* der Plan von der SPD«: a participle that begins its sentence.

For its capital letter it is taken for a name, and whoever does it hangs on what it is done to.
"""

import simplemma
from spacy.tokens import Span, Token

from kg.analyse.grammar import NOUNS, case_of
from kg.analyse.lemma import is_known
from kg.analyse.mend.agents import set_agents
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor

BECOMING = {"wird", "wurde", "werden", "wurden", "worden"}
PARTICIPLE = ("t", "en")
PREFIXES = ("be", "ent", "er", "miss", "unter", "ver", "wider", "zer", "über")  # that stand instead of »ge«
BY = ("von", "vom", "durch")
NAMING = ("appos", "flat:name")
ENDS = {",", ";", ":", "–", "—", "-", "("}
DETERMINED = ("vom", "der", "den", "dem", "einem", "einer")  # »der Plan von *der* SPD« would be »der Plan der SPD«


def set_fronted(finite: Token) -> None:
    """Makes the participle the verb, what follows its subject, and »von …« whoever does it."""
    sent = sent_of(finite)
    first, place = sent[0], finite.i - sent.start
    if place not in (1, 2) or not first.is_title:
        return
    participle = finite.nbor(-1)
    if (place == 2 and not is_a(first, "stress")) or not is_participle(participle):
        return
    field = behind(finite, sent)
    subject = next((word for word in field if is_bare(word)), None)
    if subject is None:
        return
    set_verb(participle, finite, subject, sent)
    mark = next((word for word in field if agent_of(word, subject) is not None), None)
    if mark is not None:
        set_agent(mark, participle)


def is_participle(word: Token) -> bool:
    """»Abgelehnt«, »Beschlossen«; no »Arbeit«, no »Unternehmen«, which keeps its capital letter."""
    form = word.lower_
    if not form.endswith(PARTICIPLE) or not ("ge" in form or form.startswith(PREFIXES) or form.endswith("iert")):
        return False
    infinitive = infinitive_of(word)
    return infinitive != form and infinitive.islower() and infinitive.endswith("n") and is_known(infinitive)


def infinitive_of(word: Token) -> str:
    """By the form as it stands: a noun keeps its capital letter."""
    found: str = simplemma.lemmatize(word.text, "de")
    return found


def behind(finite: Token, sent: Span) -> Span:
    """The clause behind its finite verb."""
    rest = finite.doc[finite.i + 1 : sent.end]
    end = next((word.i for word in rest if word.text in ENDS), sent.end)
    return finite.doc[finite.i + 1 : end]


def is_bare(word: Token) -> bool:
    """A noun without a preposition, no name behind its role (»laut Minister *Merk*«) and no »vorige *Woche*«."""
    named = word.dep_ in NAMING or word.nbor(-1).pos_ in NOUNS
    return word.pos_ in NOUNS and not (named or is_a(word, "period") or case_of(word))


def set_verb(participle: Token, finite: Token, subject: Token, sent: Span) -> None:
    """The participle heads the sentence, with its auxiliary, its adverb and its subject."""
    root = sent.root
    if root != participle:
        participle.head, participle.dep_ = participle, "ROOT"
        root.head, root.dep_ = participle, "obl" if case_of(root) else "dep"
    participle.pos_, participle.lemma_ = "VERB", infinitive_of(participle)
    finite.pos_, finite.head, finite.dep_ = "AUX", participle, "aux:pass"
    for week in children(participle, "nsubj", "nsubj:pass"):
        week.dep_ = "obl" if is_a(week, "period") else week.dep_
    subject.head, subject.dep_ = participle, "nsubj:pass"
    for adverb in finite.doc[sent.start : participle.i]:
        adverb.pos_, adverb.head, adverb.dep_, adverb.lemma_ = "ADV", participle, "advmod", adverb.lower_


def set_agent(mark: Token, participle: Token) -> None:
    """With the name behind it, and the adverb before it: »*auch* von Parteichef *Henrik Lund*«."""
    agent, before = mark.head, mark.nbor(-1)
    agent.head, agent.dep_ = participle, "obl:agent"
    name = agent.nbor() if agent.i + 1 < len(agent.doc) else agent
    if name.dep_ in NAMING and name.pos_ == "PROPN" and name.head.i < agent.i:
        name.head = agent
    if before.pos_ == "ADV" or before.lower_ == "anderem":
        before.head, before.dep_ = participle, "advmod"
    set_agents(participle)


def agent_of(mark: Token, subject: Token) -> Token | None:
    """»*von der SPD*«, »auch von Merk«; »die Politik von Merk« is his."""
    noun = mark.head
    if mark.dep_ != "case" or mark.lower_ not in BY or noun.pos_ not in NOUNS or noun.i < mark.i:
        return None
    apart = mark.nbor(-1) != subject or mark.lower_ == "vom" or mark.nbor().lower_ in DETERMINED
    somebody = noun.pos_ == "PROPN" or is_actor(noun) or has(noun, *NAMING)
    return noun if somebody and apart else None
