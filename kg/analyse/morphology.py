"""The features of a word, as the tagger has them: https://universaldependencies.org/u/feat/."""

from functools import lru_cache

from spacy.tokens import Token


def feature(token: Token, name: str) -> str:
    """The value of a feature (`feature(verb, "Mood") == "Ind"`), several with a comma between them; '' without one.

    A third of the time that `token.morph.get` takes, of which reading asks thousands of times a page.
    """
    return features(str(token.morph)).get(name, "")


@lru_cache(maxsize=10_000)
def features(written: str) -> dict[str, str]:
    """`Mood=Ind|Tense=Past`, by name. There are some hundred combinations in a language."""
    return dict(pair.split("=", 1) for pair in written.split("|") if "=" in pair)
