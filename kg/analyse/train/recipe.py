"""The training of the pipelines, step by step. Each step keeps its result in the work folder."""

import logging
import lzma
import shutil
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import spacy
from spacy.cli.train import train as spacy_train
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training.initialize import convert_vectors

from kg.analyse.train import entities, pretrain, speeches, standoff, treebank
from kg.analyse.train.lexicon import lemma_table
from kg.analyse.train.templates import templates
from kg.vocabulary import load_vocabulary

HERE = Path(__file__).parent
log = logging.getLogger(__name__)

# German: GSD dev is training data, since GSD's own training part is not openly to be had; GSD test stays untouched.
# news-own stands twice (the second time in other quotation marks): it is the kind of text that is read here.
TREEBANKS = {"de": ("gsd-dev", "pud"), "en": ("ewt-train", "gum-ccby-train")}
NEWS = "news-own-train"
OWN = 3  # times that the own English trees stand among the others: they are few, and the kind of text that is read
ENTITIES = {"de": ("ner_germeval_tr", "ner_smart_tr", "ner_dev"), "en": ("en_ner_ewt_dev", "en_ner_ewt_test")}


def train(language: str, data: Path, gold: Path, work: Path, out: Path) -> Language:
    """From the folders of `data` to a pipeline at `out`; a part that already lies in `work` is not trained again."""
    work.mkdir(parents=True, exist_ok=True)
    parser, ner = PARTS[language](data, gold, work)
    nlp = assemble(language, parser, ner, data)
    save(nlp, out)
    return nlp


def german(data: Path, gold: Path, work: Path) -> tuple[Path, Path]:
    """The parser and the recogniser of names."""
    vectors = make_vectors(data / "vectors-de" / "bundestag-50k-96.floret.xz", work)
    make_treebanks(data / "treebank-de", standoff.read_texts(data, gold, "de"), work)
    start = pretrain.pretrain(HERE / "german.cfg", pretrain.german(data), work, vectors=vectors)
    parser = train_part("german", work, vectors=vectors, init_tok2vec=start)
    make_entities(data / "ner-de", gold, spacy.load(parser), work)
    return parser, train_part("german-ner", work, parser=parser)


def english(data: Path, gold: Path, work: Path) -> tuple[Path, Path]:
    """As `german`; what `speeches` has written lies in the work folder."""
    vectors = to_vectors(work / speeches.TABLE, "en", work)
    nlp, trees = spacy.blank("en"), data / "treebank-en"
    banks = [read_trees(trees / name, nlp) for name in TREEBANKS["en"]]
    texts = standoff.read_texts(data, gold, "en")
    own = list(standoff.trees("en", texts, nlp))
    written = list(templates(load_vocabulary(), nlp))
    among = [*banks, *[own] * OWN, written]
    store([doc for seed, bank in enumerate(among) for doc in treebank.group(bank, seed)], work / "english-train.spacy")
    store(list(treebank.group(read_trees(trees / "ewt-dev", nlp), seed=3)), work / "english-dev.spacy")
    raw = pretrain.english(texts, banks, work / speeches.PARAGRAPHS)
    start = pretrain.pretrain(HERE / "english.cfg", raw, work, vectors=vectors)
    parser = train_part("english", work, vectors=vectors, init_tok2vec=start)
    make_english_entities(data / "ner-en", gold, spacy.load(parser), work)
    return parser, train_part("english-ner", work, parser=parser)


PARTS = {"de": german, "en": english}


def read_trees(path: Path, nlp: Language) -> list[Doc]:
    return treebank.read(path.with_name(f"{path.name}.conllu.gz"), nlp)


def make_english_entities(folder: Path, gold: Path, tagger: Language, work: Path) -> None:
    """Every second sentence of PUD, which is news, trains; the others choose the best model."""
    corpora = [doc for name in ENTITIES["en"] for doc in entities.read(folder / f"{name}.spacy", tagger.vocab)]
    news = list(entities.read(folder / "en_ner_pud.spacy", tagger.vocab))
    articles = list(entities.tagged_articles(gold, "en", tagger))
    store([*corpora, *news[::2], *articles, *articles], work / "english-ner-train.spacy")
    store(news[1::2], work / "english-ner-dev.spacy")


def make_vectors(source: Path, work: Path) -> Path:
    """The packed German table as `to_vectors`."""
    plain = work / "vectors.floret"
    if not plain.exists():
        with lzma.open(source) as packed, plain.open("wb") as file:
            shutil.copyfileobj(packed, file)
    return to_vectors(plain, "de", work)


def to_vectors(table: Path, language: str, work: Path) -> Path:
    """A floret table as a spaCy vectors folder (https://spacy.io/api/cli#init-vectors)."""
    target = work / "vectors"
    if not target.exists():
        nlp = spacy.blank(language)
        convert_vectors(nlp, table, truncate=0, prune=-1, mode="floret")
        nlp.to_disk(target)
    return target


def make_treebanks(trees: Path, texts: Mapping[str, str], work: Path) -> None:
    nlp = spacy.blank("de")
    others = [doc for name in TREEBANKS["de"] for doc in read_trees(trees / name, nlp)]
    news = [*read_trees(trees / NEWS, nlp), *standoff.trees("de", texts, nlp)]
    retyped = [treebank.with_other_quotes(doc, seed) for seed, doc in enumerate(treebank.group(news, seed=2))]
    store([*treebank.group(others, seed=0), *treebank.group(news, seed=1), *retyped], work / "german-train.spacy")
    dev = read_trees(trees / "news-own-dev", nlp)
    store(list(treebank.group(dev, seed=3)), work / "german-dev.spacy")


def make_entities(folder: Path, gold: Path, tagger: Language, work: Path) -> None:
    corpora = [doc for name in ENTITIES["de"] for doc in entities.read(folder / f"{name}.spacy", tagger.vocab)]
    articles = list(entities.tagged_articles(gold, "de", tagger))
    store([*corpora, *articles, *articles], work / "german-ner-train.spacy")
    store(list(entities.read(folder / "ner_germeval_test.spacy", tagger.vocab)), work / "german-ner-dev.spacy")


def store(docs: list[Doc], path: Path) -> None:
    DocBin(docs=docs, store_user_data=False).to_disk(path)


def train_part(name: str, work: Path, **more: Path) -> Path:
    """One config trained to its best model; the config says steps, dropout and seed."""
    best = work / name / "model-best"
    if best.exists():
        log.info("%s: taken from %s", name, best)
        return best
    paths = {"train": work / f"{name}-train.spacy", "dev": work / f"{name}-dev.spacy", **more}
    overrides = {f"paths.{key}": str(path) for key, path in paths.items()}
    spacy_train(HERE / f"{name}.cfg", work / name, overrides=overrides)
    return best


def assemble(language: str, parser: Path, ner: Path, data: Path) -> Language:
    """One pipeline of the trained parts, with the lemma table between them."""
    nlp = spacy.load(parser)
    nlp.add_pipe("kg_upos", after="tagger")
    if language == "en":
        nlp.add_pipe("kg_verbs")
    lemmatizer = nlp.add_pipe("kg_lemmatizer", config={"language": language})
    names = (*TREEBANKS[language], *([NEWS] if language == "de" else []))
    docs = [doc for name in names for doc in read_trees(data / f"treebank-{language}" / name, nlp)]
    lemmatizer.table = lemma_table(docs, nlp, language)  # type: ignore[attr-defined]
    nlp.add_pipe("kg_particles")
    # Its own vocabulary would take the place of the vectors, which English names do without.
    nlp.add_pipe("ner", source=spacy.load(ner, vocab=nlp.vocab, exclude=["vocab"]))
    return nlp


def save(nlp: Language, out: Path) -> None:
    """To disk with vectors of 16 bits: half the size, no loss that the scores show.

    The strings of the training texts stay out: parts bring their labels, and floret vectors need no words.
    """
    full = nlp.vocab.vectors.data
    nlp.vocab.vectors.data = full.astype(np.float16) if full.size else full
    shutil.rmtree(out, ignore_errors=True)
    out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(out)
    (out / "vocab" / "strings.json").write_text("[]\n", encoding="utf-8")
    nlp.vocab.vectors.data = full
