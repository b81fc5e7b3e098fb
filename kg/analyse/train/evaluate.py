"""Scores of a pipeline on texts that it was not trained on, and the model card that tells them."""

from collections.abc import Mapping
from pathlib import Path

from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Span
from spacy.training import Example

from kg.analyse import analyse
from kg.analyse.train import entities, treebank
from kg.find.gazetteer import Gazetteer
from kg.find.names import names
from kg.vocabulary import load_vocabulary

KINDS = {"person": "PER", "organisation": "ORG", "medium": "ORG", "group": "ORG", "state": "LOC", "place": "LOC"}
Figures = Mapping[str, float]


def syntax(nlp: Language, conllu: Path) -> Figures:
    """UPOS, lemma, UAS, LAS and sentence F1 on a treebank, in documents of one to six sentences, from raw text."""
    docs = list(treebank.group(treebank.read(conllu, nlp), seed=3))
    examples = [Example(nlp(doc.text), doc) for doc in docs]
    scores = Scorer(nlp).score(examples)
    lemma = Scorer.score_token_attr(examples, "lemma", missing_values={""})["lemma_acc"]
    return {
        "UPOS": scores["tag_acc"],
        "lemma": lemma,
        "UAS": scores["dep_uas"],
        "LAS": scores["dep_las"],
        "sentences": scores["sents_f"],
    }


def mentions(nlp: Language, gold: Path, language: str) -> Figures:
    """Persons, places, organisations on held-back annotated articles, with the gazetteer.

    Actors alone are annotated there, so a name counts as wrong only where it stands on an actor with other words or
    another kind. A longer name that ends in the annotated one is right: »Saddam Hussein« for »Hussein«.
    """
    gazetteer = Gazetteer(load_vocabulary(), language)
    hit = wrong = missed = 0
    for article in entities.articles(gold, language, held_back=True):
        doc = analyse(nlp, str(article["text"]))
        said = [(name.start, name.end, KINDS[name.kind]) for name in names(doc, gazetteer)]
        for span in entities.actor_spans(article, doc):
            right = any(is_right(name, span) for name in said)
            overlaps = any(start < span.end and span.start < end for start, end, _ in said)
            hit, missed, wrong = hit + right, missed + (not right), wrong + (overlaps and not right)
    return {
        "precision": hit / (hit + wrong),
        "recall": hit / (hit + missed),
        "F1": 2 * hit / (2 * hit + wrong + missed),
    }


def is_right(name: tuple[int, int, str], span: Span) -> bool:
    start, end, kind = name
    return start <= span.start and end == span.end and kind == span.label_


def card(nlp: Language, data: Path, gold: Path, language: str) -> str:
    """The model card in Markdown: what it is trained on, under which licences, what it reaches, what it can't."""
    trees = data / f"treebank-{language}"
    rows = [(name, syntax(nlp, trees / f"{name}.conllu.gz")) for name in TESTS[language]]
    table = "\n".join(
        f"| {name} | " + " | ".join(f"{value:.3f}" for value in found.values()) + " |" for name, found in rows
    )
    found = mentions(nlp, gold, language)
    return CARDS[language].format(
        table=table,
        names=", ".join(f"{name} {value:.3f}" for name, value in found.items()),
        pipes=", ".join(nlp.pipe_names),
    )


TESTS = {"de": ("news-own-test", "gsd-test"), "en": ("gum-news-test", "ewt-test")}
GERMAN = """# German pipeline of diplokg

A spaCy 3.8 pipeline ({pipes}) with Universal Dependencies labels, made by `python -m kg.analyse.train`.
The lemma of a separable verb has its particle; modals are `aux`; a role noun heads the name that follows it.

## Data and licences
| part | trained on | licence |
| --- | --- | --- |
| tagger, parser, lemma table | UD German GSD (dev part), UD German PUD, own annotation of 4,400 Wikinews sentences, \
1,006 of them in `kg/analyse/train/trees-de.jsonl.gz` | CC BY-SA 4.0, CC BY-SA 3.0, text CC BY 2.5 |
| first layer, before | 1.9 million words of Bundestag minutes and Wikinews | official works, CC BY 2.5 |
| morphologizer | UD German GSD (dev part), UD German PUD | CC BY-SA |
| named entities | GermEval 2014, SmartData (train parts), four fifths of the own annotation of Wikinews articles \
| CC BY 4.0, text CC BY 2.5 |
| vectors | floret, 50,000 rows of 96 dimensions, minutes of the German Bundestag | official works, free |

The weights are under **CC BY-SA 4.0**, as the treebanks ask. No data under a non-commercial licence was used.

## Scores on texts it was not trained on
| test set | UPOS | lemma | UAS | LAS | sentences F1 |
| --- | --- | --- | --- | --- | --- |
{table}

Persons, places and organisations on the held-back fifth of the annotated articles, gazetteer included: {names}.
The own test set was parsed by an earlier model and corrected, which favours this family of models a little.

## Limits
News prose of 2004 to 2026. The mood of verbs is unreliable (`Mood=Ind` for many a Konjunktiv): `kg.find.konjunktiv`
tells it by the form. Organisations without capital abbreviations are often missed. Headlines without a verb parse
badly. Names of persons that look like common nouns are taken for nouns.
"""
ENGLISH = """# English pipeline of diplokg

A spaCy 3.8 pipeline ({pipes}) with Universal Dependencies labels, made by `python -m kg.analyse.train --language en`.
The lemma of a phrasal verb has its particle (*rule out*); a title heads the name that follows it, as in German.

## Data and licences
| part | trained on | licence |
| --- | --- | --- |
| tagger, morphologizer, parser, lemma table | UD English EWT (train), UD English GUM (its CC BY documents), \
own annotation of 454 Wikinews sentences and 440 of press releases of the U.S. Department of State (2021) in \
`kg/analyse/train/trees-en.jsonl.gz`, 1,500 sentences that `kg.analyse.train.templates` writes \
| CC BY-SA 4.0, CC BY, text CC BY 2.5 and public domain, ours |
| first layer, before | 1.8 million words: speeches in the General Debate of the United Nations, the releases, the \
treebanks | CC0, public domain, as above |
| vectors | floret, 50,000 rows of 96 dimensions, 20 million words of those speeches and releases | as they |
| named entities | Universal NER: English EWT (dev, test), half of PUD; four fifths of the own annotation of Wikinews \
articles | CC BY-SA 4.0, text CC BY 2.5 |

The weights are under **CC BY-SA 4.0**, as the treebanks ask. No data under a non-commercial licence was used.

## Scores on texts it was not trained on
| test set | UPOS | lemma | UAS | LAS | sentences F1 |
| --- | --- | --- | --- | --- | --- |
{table}

Persons, places and organisations on the held-back fifth of the annotated articles, gazetteer included: {names}.

## Limits
News prose. Weblogs and mails, which half of the training data is, have other habits of quoting. Organisations that the
authority does not know are often missed.
"""
CARDS = {"de": GERMAN, "en": ENGLISH}
