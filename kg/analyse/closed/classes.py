"""The closed classes of a language's grammar: negators, pronouns, articles, prepositions that the rules ask for.

Open classes of words are vocabulary and stand in `ontologies/words/`. A language has one instance of `ClosedClasses`,
chosen by the language of the token.
"""

from dataclasses import dataclass

Words = frozenset[str]


def words(listed: str) -> Words:
    return frozenset(listed.split())


@dataclass(frozen=True)
class ClosedClasses:
    """All in lower case; forms, where the comment does not say lemmas."""

    # Negation
    negators: Words  # lemmas
    no: Words  # lemmas of determiners: »kein Land«
    neither: Words
    only: Words  # after a negator they take it back: »nicht nur«
    longer: Words  # »nicht mehr«
    little: Words  # before a predicate: »wenig begeistert«
    every: Words  # behind a negator: »nicht jede Reform«
    few: Words  # before a holder: »kaum ein Land«
    but: Words  # »nicht X, sondern Y«
    # Articles and pronouns
    definite: Words
    both: Words
    two: Words  # »die *zwei* Länder«
    some: Words  # of a people: »*viele* Deutsche«
    indefinite: Words  # lemmas
    articles: Words  # all that a target leaves out
    oblique: Words  # articles that no subject has
    possessive: tuple[str, ...]  # relations of possessors
    this: Words
    pointing: Words  # targets that name nothing
    demonstrative: Words  # of these, those that point back to what was said
    personal: Words  # of these, those that mean persons
    nominative: Words
    first_person: Words
    we: Words
    present: Words  # who speaks and who is spoken to, as targets: who that is, no text says
    speaking: Words  # as subjects of reported words they mean who speaks
    third_person: Words  # of these, those that may mean somebody else
    nobody: Words
    reflexive: Words
    own_reflexive: Words  # of the first and second person
    relative: Words  # lemmas
    relative_forms: Words  # that are no articles
    it: Words  # placeholders
    latter: Words
    female: Words
    plural: Words
    possessive_female: Words
    possessive_male: Words
    possessive_plural: Words
    # Clauses
    infinitive: Words  # the mark of an infinitive
    infinitive_relations: tuple[str, ...]
    purpose: Words  # »um … zu«
    that: Words
    whether: Words
    hypothetical: Words
    would: Words  # a past form that tells no past
    having: Words  # of what was done: »*habe* landen müssen«, not »hätte«
    had: Words  # the auxiliaries of the past perfect: »hatte abgelehnt«
    conditional: Words
    concessive: Words
    otherwise: Words  # what would come of it, if not
    not_before: Words  # »*erst* nach einem Waffenstillstand«: what comes first is a condition
    after: Words  # the prepositions behind it
    and_: Words
    among: Words
    # Modality, lemmas but for the last ones
    possible: Words
    due: Words
    failing: Words  # "failed to agree"
    due_past: tuple[str, ...]  # beginnings: »musste«
    subjunctive: tuple[str, ...]  # beginnings of modals that leave it open
    would_be_due: tuple[str, ...]  # beginnings: »müsste«
    able: tuple[str, ...]  # beginnings of modals of what somebody can do, not of what was done: »konnte«
    guessing: Words
    open: Words
    # Prepositions, by lemma
    agents: Words
    owners: Words  # what a role is of
    authors: Words  # whose a paper is
    sources: Words  # »laut X«
    source_adverbs: Words
    source_nouns: Words  # with a noun of saying: »nach Angaben«
    speaker_cases: Words  # »heißt es in dem Brief«
    to: Words  # before whom something is said
    topics: Words  # of what is told
    empty: Words  # nouns that only make up a preposition: "on behalf of"
    elsewhere: Words  # of the verb, not of the noun before: source, time, manner
    role: Words  # »für Merk als Kandidaten«
    moreover: Words  # »Kritisiert wird *zudem* …«: one more thing
    connecting: Words  # »will *zudem* den Handel einschränken«: joins sentences, and is no part of what is said
    contrasting: Words  # »Norwegen *hingegen* …«: joins them, too
    framing: Words  # »auf Drängen Ungarns …«: the clause is the target
    judging: Words  # »für Polen ist …«
    in_: Words
    where: Words  # before a name they make a place of it: »in Brüssel«
    under: Words  # »unter der Bedingung«
    as_: Words  # »wie X mitteilte«
    so: Words  # »…, so X«
