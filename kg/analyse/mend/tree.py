"""Slips of the parser that the forms of a sentence disprove, put right before anything is read from the tree."""

from spacy.tokens import Doc

from kg.analyse.grammar import HELPING, NOUNS, has_zu
from kg.analyse.mend.about_clauses import WHAT, set_about
from kg.analyse.mend.agents import set_agents
from kg.analyse.mend.attributed import set_attributed
from kg.analyse.mend.behind_clauses import set_behind
from kg.analyse.mend.clauses_in_a_row import set_clause
from kg.analyse.mend.copula import set_predicates
from kg.analyse.mend.datives import set_dative
from kg.analyse.mend.english import mend_english
from kg.analyse.mend.fronted import BECOMING, set_fronted
from kg.analyse.mend.gapped import set_gapped
from kg.analyse.mend.headlines import set_headlines
from kg.analyse.mend.inserted import set_inserted
from kg.analyse.mend.measures import set_measure, set_measured
from kg.analyse.mend.met import set_met
from kg.analyse.mend.nouns import is_label, set_bare_object, set_object
from kg.analyse.mend.phrases import PHRASING, set_phrases
from kg.analyse.mend.relative import set_antecedent, set_pronoun, set_relative
from kg.analyse.mend.said_clauses import set_said
from kg.analyse.mend.series import set_series
from kg.analyse.mend.timed import SINCE, set_timed
from kg.analyse.mend.verbs_joined import set_joined
from kg.analyse.mend.while_clauses import set_while
from kg.analyse.mend.wished import GOING, set_wished
from kg.analyse.mend.words import set_words

BELOW_NOUNS = {"nmod", "obj", "flat:name", "appos", "acl:relcl"}
PASSIVE = ("VERB", "ADJ")
PHRASED = (*NOUNS, *PASSIVE)
MISREAD = {"advcl", "xcomp", "ccomp", "parataxis"}  # what the parse takes for, of clauses that stand on a noun


def mended(doc: Doc) -> Doc:
    """The document itself, with what its parse has in the wrong place put right."""
    if doc.lang_ == "de":
        set_words(doc)
        tokens = list(doc)  # which spaCy makes anew each time
        for adjective in [token for token in tokens if token.pos_ == "ADJ" and token.dep_ == "amod"]:
            set_measure(adjective)
        set_predicates(doc)
        for finite in [token for token in tokens if token.pos_ == "AUX" and token.dep_ in HELPING]:
            set_said(finite)
        for clause in [token for token in tokens if token.dep_ == "acl:relcl"]:
            set_behind(clause)
        for token in tokens:
            word, pos = token.lower_, token.pos_
            if word == "so":
                set_inserted(token)
            elif word == "während":
                set_while(token)
            elif word in WHAT:
                set_about(token)
            elif word in BECOMING:
                set_fronted(token)
            elif word in SINCE and token.i:
                set_timed(token.nbor(-1))
            elif word in GOING:
                set_wished(token)
            elif pos == "NOUN" and token.dep_ == "obl":
                set_attributed(token)
            elif pos == "NOUN" and token.dep_ == "obj":
                set_measured(token)
            elif pos in PASSIVE:
                set_agents(token)
            if pos in PHRASED or word in PHRASING:
                set_phrases(token)
        for verb in [token for token in tokens if token.pos_ == "VERB"]:
            set_met(verb)
            set_joined(verb)
            set_gapped(verb)
            set_series(verb)
            set_clause(verb)
            if verb.dep_ in MISREAD:
                set_relative(verb)
        below = [token for token in tokens if token.dep_ in BELOW_NOUNS and token.head.pos_ in NOUNS]
        for noun in below:
            if is_label(noun):
                noun.head, noun.dep_ = noun.head.head, "obl"
            elif noun.dep_ in ("nmod", "obj"):
                set_object(noun)
                if noun.dep_ == "nmod":
                    set_dative(noun)
            elif noun.dep_ in ("flat:name", "appos") and noun.head.pos_ == "PROPN":
                set_bare_object(noun)
        for clause in below:
            if clause.dep_ == "acl:relcl" and not has_zu(clause):
                set_pronoun(clause)
                set_antecedent(clause)
        set_headlines(doc)
    else:
        mend_english(doc)
    return doc
