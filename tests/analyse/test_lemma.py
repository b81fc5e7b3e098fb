"""Lemmas by table, lexicon and ending."""

from pathlib import Path

import pytest
import spacy

from kg.analyse.lemma import Lemmatizer, rejoin_particles
from tests.find.parsed import parsed

NLP = spacy.blank("de")


@pytest.fixture
def lemmatizer() -> Lemmatizer:
    found = Lemmatizer(NLP, "lemmatizer")
    found.table = {"Ruritanien\tPROPN": "Ruritanien", "Daten\tNOUN": "Datum"}
    return found


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("Daten", "NOUN", "Datum"),  # the table goes first
        ("Häuser", "NOUN", "Haus"),
        ("EU-Beschlüsse", "NOUN", "EU-Beschluss"),
        ("Prozesse", "NOUN", "Prozess"),
        ("Ruritaniens", "PROPN", "Ruritanien"),
        ("Paris", "PROPN", "Paris"),  # no genitive, since nobody knows »Pari«
        ("lehnten", "VERB", "lehnen"),
        ("Forderten", "VERB", "fordern"),
        ("hinterfragt", "VERB", "hinterfragen"),  # by its ending, where the lexicon has the infinitive alone
        ("geleugnet", "VERB", "leugnen"),
        ("vorverurteilt", "VERB", "vorverurteilen"),
        ("toleriert", "VERB", "tolerieren"),  # a stem in *er* may take *en*, too
        ("billige", "VERB", "billigen"),  # no adjective
        ("blorkte", "VERB", "blorkte"),
        ("russische", "ADJ", "russisch"),
        ("geforderten", "ADJ", "gefordert"),
        ("Berliner", "ADJ", "Berliner"),
        ("2004", "NUM", "2004"),
        ("-", "NOUN", "-"),
    ],
)
def test_a_form_has_its_lemma(lemmatizer: Lemmatizer, form: str, pos: str, lemma: str) -> None:
    assert lemmatizer.lemma(form, pos) == lemma


def test_a_particle_goes_back_to_its_verb() -> None:
    doc = parsed("Kern lehnt ab", "Kern/PROPN/nsubj/1 lehnt/VERB/ROOT/1/lehnen ab/ADP/compound:prt/1")
    assert rejoin_particles(doc)[1].lemma_ == "ablehnen"
    assert rejoin_particles(doc)[1].lemma_ == "ablehnen"  # once only


def test_an_adverb_is_no_particle_of_a_verb_that_nobody_knows() -> None:
    doc = parsed("Kern lehnt erneut", "Kern/PROPN/nsubj/1 lehnt/VERB/ROOT/1/lehnen erneut/ADV/compound:prt/1")
    assert rejoin_particles(doc)[1].lemma_ == "lehnen"


def test_the_table_survives_the_disk(lemmatizer: Lemmatizer, tmp_path: Path) -> None:
    lemmatizer.to_disk(tmp_path / "table")
    assert Lemmatizer(NLP, "other").from_disk(tmp_path / "table").table == lemmatizer.table


@pytest.mark.parametrize(("form", "pos", "lemma"), [("verwerpt", "VERB", "verwerpen"), ("tarieven", "NOUN", "tarief")])
def test_another_language_has_the_lexicon_of_simplemma(form: str, pos: str, lemma: str) -> None:
    assert Lemmatizer(NLP, "lemmatizer", "nl").lemma(form, pos) == lemma
