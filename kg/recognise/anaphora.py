"""Targets that point back: »das«, »dieser Schritt«, »die Entscheidung«. What they stand for is named before them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice

from spacy.tokens import Span, Token

from kg.analyse.closed import closed
from kg.analyse.grammar import VERBAL, case_of, is_plural, number_of, preceding
from kg.analyse.headlines import topic_of
from kg.analyse.mend import genders
from kg.analyse.mend.about_clauses import WHAT, clause_before
from kg.analyse.mend.for_or_against import POINTING
from kg.analyse.morphology import feature
from kg.analyse.settled import children, has, sent_of
from kg.analyse.words import is_a, is_actor
from kg.link.nominal import is_when
from kg.recognise.deeds import same_deed
from kg.recognise.pointing import demonstratives, said_in
from kg.recognise.shorten import LONGEST
from kg.recognise.targets import clause_text, is_pointing, noun_text, words_in

MODIFIERS = ("nmod", "acl", "acl:relcl", "ccomp", "appos", "obl", "nmod:poss")
BACK = 2  # sentences
COMPLETE = 3  # words; a longer phrase says what it is about itself
REACH, FAR = 30, 1000  # tokens: for a pronoun, for a noun that is named again
SUBJECTS = {"er", "sie", "he", "she", "they"}
QUOTES = "»«„“”\"'‚‘›‹"  # a headline that quotes is somebody's words and names nothing
RECENT = 50  # positions; more are not told in three sentences
TOPICAL = (("obj", "nsubj:pass"), ("obl", "obl:arg"), ("nsubj",))
ABOUT = {"über", "um", "gegen", "für", "zu"}
ANNOUNCING = {"zu", "über", "auf"}
OBJECTS = {"sie": ("Fem", "Plur"), "ihn": ("Masc",), "es": ("Neut",)}
PERSONAL = {
    "er": {"Masc"}, "ihn": {"Masc"}, "ihm": {"Masc", "Neut"}, "es": {"Neut"}, "sie": {"Fem", "Plur"}, "ihr": {"Fem"},
    "ihnen": {"Plur"},
}  # fmt: skip
AGREEING = {"diesen": "Masc", "diesem": "Masc", "ihn": "Masc", "diese": "Fem", "dieser": "Fem"}


@dataclass
class Memory:
    """What the positions of a text were about so far, and its title."""

    title: str = ""
    said: list[tuple[int, str]] = field(default_factory=list)  # sentence start, phrase
    things: list[tuple[int, str, Token]] = field(default_factory=list)  # and the noun, where it is one

    def remember(self, token: Token, phrase: str) -> None:
        self.said.append((sent_of(token).start, phrase))

    def mention(self, token: Token, phrase: str, targets: tuple[Token, ...]) -> None:
        """What a cue is about, whether it is a position or not, for the pronouns that agree with it."""
        noun = targets[0] if len(targets) == 1 else None
        if noun is None or not phrase:
            return
        if is_personal(noun):
            noun = next((other for _, same, other in reversed(self.things[-RECENT:]) if same == phrase), None)
        if noun is not None and noun.pos_ == "NOUN" and not is_actor(noun):
            self.things.append((sent_of(token).start, phrase, noun))

    def spelled_out(self, targets: tuple[Token, ...], phrase: str) -> str:
        """The phrase with what it points to, where it points; '' where nothing is found."""
        for pronoun in filter(is_personal, personal_in(targets)):
            if thing := next(self._agreeing(pronoun), ""):
                return in_place_of(pronoun, phrase, thing)
        pointing = next((token for token in pointers(targets) if points_back(token)), None)
        if said_in(phrase, pointing, targets) > COMPLETE:
            return phrase
        if pointing is None:
            named = (
                found for token in targets if is_bare(token) for found in (*same_noun(token), *deed(token, phrase))
            )
            return next(named, phrase)
        found = next(self._antecedents(pointing), "")
        if not phrase or phrase.split()[-1] in found.replace(":", " ").split():
            return found or phrase
        return f"{phrase}: {found}" if found and words_in(phrase) + words_in(found) <= LONGEST else phrase

    def called(self, token: Token) -> str:
        """»… die Hilfe kürzen. Die Verbände sprachen von einem *Skandal*«: what the position before it is about."""
        if headed := heading(token):
            return headed
        starts = {sent.start for sent in islice(of_paragraph(token), 2)}
        said = (phrase for start, phrase in reversed(self.said[-RECENT:]) if start in starts and phrase)
        return next(said, "") or next(topic(token), "")

    def _antecedents(self, token: Token) -> Iterator[str]:
        """Nearest first: the same noun with a complement, what a position was about, the sentence before, the title.

        »das« and »dagegen« mean what was just named, »die Entscheidung« more often what the title says.
        An English headline is mostly a sentence, and names nothing.
        """
        if headed := heading(token):
            yield headed
        yield from same_noun(token)
        if token.lower_ in WHAT and token.lang_ != "en":
            yield from self._told_before(token)
        yield from announced(token)
        yield from agreeing_noun(token)
        starts = {sent.start for sent in of_paragraph(token)}
        yield from (phrase for start, phrase in reversed(self.said[-RECENT:]) if start in starts)
        yield from topic_beside(token)
        pronoun = token.pos_ != "NOUN" and token.lower_ not in closed(token).personal
        if pronoun:
            yield from topic(token)
        if self.title and self.title[0] not in QUOTES and token.lang_ != "en":
            yield self._titled(token) or self.title
        if not pronoun:
            yield from topic(token)

    def _titled(self, token: Token) -> str:
        """»Länder lehnen *Steuerplan* ab«: what a title that heads the text and says a position is about."""
        heads = token.doc.text.startswith(self.title)
        in_title = (phrase for start, phrase in self.said if phrase and token.doc[start].idx < len(self.title))
        return next(in_title, "") if heads else ""

    def _told_before(self, what: Token) -> Iterator[str]:
        """»Die Häfen werden geschlossen, *was* Norwegen kritisiert«: the clause; where it is a position, its target."""
        clause = clause_before(what)
        if clause is None or what.head.dep_ != "parataxis":
            return
        if clause.dep_ == "ROOT":
            yield from (phrase for start, phrase in self.said[:-4:-1] if start == sent_of(what).start and phrase)
        yield clause_text(clause, what.head)

    def _agreeing(self, pronoun: Token) -> Iterator[str]:
        """»X lehnt *die Reform* ab. *Sie* sei ein Fehler.«: what was spoken of last and may be meant by its gender."""
        starts = {sent.start for sent in of_paragraph(pronoun)}
        if pronoun.dep_ == "nsubj":
            starts.discard(sent_of(pronoun).start)  # »folgte dem Antrag, dass *er* nicht verhandeln könne«
        wanted = agreeing_with(pronoun)
        for start, phrase, noun in reversed(self.things[-RECENT:]):
            if start in starts and noun.i < pronoun.i and genders(noun) & wanted:
                yield phrase


def heading(token: Token) -> str:
    """»*Tempolimit*: SPD lehnt ab«: what a headline is about."""
    noun = topic_of(token)
    if noun is None or noun.ent_type_ or is_actor(noun) or is_when(noun) or case_of(noun):
        return ""
    return noun_text(noun)


def personal_in(targets: tuple[Token, ...]) -> Iterator[Token]:
    """The target itself, or what shall be done something to: »*sie* müsse beendet werden«."""
    for target in targets:
        yield target
        if target.pos_ in ("VERB", "AUX"):
            yield from children(target, "obj", "nsubj:pass")


def is_personal(token: Token) -> bool:
    return token.lang_ != "en" and token.pos_ == "PRON" and token.lower_ in PERSONAL


def agreeing_with(pronoun: Token) -> set[str]:
    """The genders of what a personal pronoun means; for »sie« as a subject by its verb."""
    number = number_of(pronoun.head) if pronoun.dep_ in ("nsubj", "nsubj:pass") else ""
    if pronoun.lower_ == "sie" and number:
        return {"Plur"} if number == "Plur" else {"Fem"}
    return PERSONAL[pronoun.lower_]


def deed(noun: Token, phrase: str) -> Iterator[str]:
    """»hat das Camp geräumt. Holl kritisierte die Räumung« is about »Räumung: Camp«."""
    yield from (f"{phrase}: {thing}" for thing in same_deed(noun) if words_in(phrase) + words_in(thing) <= LONGEST)


def in_place_of(pronoun: Token, phrase: str, thing: str) -> str:
    """»Sie beendet« is »Reform der Bahn beendet«."""
    rest = [word for word in phrase.split() if word.lower() != pronoun.lower_]
    return " ".join((thing, *rest)) if words_in(thing) + len(rest) <= LONGEST else thing


def of_paragraph(token: Token) -> Iterator[Span]:
    """The sentence and those before it in its paragraph: across a blank line the title is the nearer antecedent."""
    for sent in preceding(token, BACK):
        yield sent
        if sent.start and (gap := sent.doc[sent.start - 1]).is_space and gap.text.count("\n") > 1:
            return


def pointers(targets: tuple[Token, ...]) -> Iterator[Token]:
    """The target itself, or what a clause is about: »diese Gefahr dürfe nicht verharmlost werden«."""
    for target in targets:
        if target.pos_ in ("VERB", "AUX", "ADJ"):
            yield from (noun for noun in children(target, "obj", "nsubj:pass") if noun.pos_ == "NOUN")
            yield from demonstratives(target)
        else:
            yield target


def points_back(token: Token) -> bool:
    """»das«, »dieser Schritt«; »er« and »sie« only as objects, since as subjects they are mostly persons."""
    if is_summing(token):
        return True
    return is_pointing(token) and (token.lower_ not in SUBJECTS or token.dep_ == "obj")


def is_summing(noun: Token) -> bool:
    """»diese Entscheidung«, »die Vorwürfe«: a definite noun that says nothing by itself."""
    articles = [child.lower_ for child in children(noun, "det")]
    complete = any(not is_when(child) for child in children(noun, *MODIFIERS))
    if noun.pos_ != "NOUN" or not is_a(noun, "summing") or complete:
        return any(article in closed(noun).this for article in articles)
    such = any(child.lemma_ == "solch" for child in children(noun, "det", "amod"))
    return such or not any(article.startswith(tuple(closed(noun).indefinite)) for article in articles)


def is_bare(noun: Token) -> bool:
    """»der Entwurf«: known from before, and nothing says which one."""
    definite = any(child.lower_ in closed(noun).definite for child in children(noun, "det"))
    return noun.pos_ == "NOUN" and definite and not has(noun, "amod", "conj", *MODIFIERS)


def agreeing_noun(token: Token) -> Iterator[str]:
    """»… den Irakkrieg: Blair hatte diesen unterstützt«: the nearest noun that agrees and is no subject."""
    if token.dep_ == "obj" and (topic := topic_before(token)) is not None:
        yield noun_text(topic)
    if token.lower_ not in AGREEING:
        return
    for other in reversed(token.doc[max(0, token.i - REACH) : token.i]):
        agrees = (feature(other, "Gender"), feature(other, "Number")) == (AGREEING[token.lower_], "Sing")
        if other.pos_ == "NOUN" and agrees and other.dep_ not in ("nsubj", "nsubj:pass") and not is_when(other):
            yield noun_text(other)
            return


def topic_before(pronoun: Token) -> Token | None:
    """»*Der Plan* wird beraten. Norwegen lehnt *ihn* ab«: the thing that the sentence before is about, if it agrees."""
    before = sent_of(pronoun.doc[sent_of(pronoun).start - 1]) if sent_of(pronoun).start else None
    if pronoun.lower_ not in OBJECTS or before is None or pronoun.lang_ == "en":
        return None
    nouns = [noun for noun in before if noun.dep_ in ("nsubj", "nsubj:pass") and noun.pos_ == "NOUN"]
    main = next((noun for noun in nouns if noun.head.dep_ == "ROOT"), None)
    if main is None or is_actor(main) or is_when(main):
        return None
    kind = "Plur" if is_plural(main) else feature(main, "Gender")
    return main if kind in OBJECTS[pronoun.lower_] else None


def topic(pointing: Token) -> Iterator[str]:
    """»Das Kabinett beschloss *den Bau einer Brücke*. Holl ist *dagegen*«: what the sentence before names."""
    _, *before = islice(of_paragraph(pointing), 2)
    if pointing.lang_ == "en" or not before:
        return
    main = before[0].root
    clauses = [main, *children(main, "xcomp", "ccomp")]
    yield from (clause_text(clause, main) for clause in clauses[1:] if clause.pos_ in VERBAL and clause.i > main.i)
    nouns = (noun for relations in TOPICAL for clause in clauses for noun in children(clause, *relations))
    phrases = (noun_text(noun) for noun in (*nouns, main) if is_thing(noun))
    yield from (phrase for phrase in phrases if words_in(phrase) > 1)


def topic_beside(adverb: Token) -> Iterator[str]:
    """»*Der Bau einer Brücke* ist umstritten: Holl ist *dagegen*«: what the clause before names."""
    main = sent_of(adverb).root if adverb.lower_ in POINTING else adverb
    if main.i < adverb.i:
        nouns = (noun for relations in TOPICAL for noun in children(main, *relations))
        yield from (noun_text(noun) for noun in nouns if is_thing(noun) and noun.i < adverb.i)


def announced(pointing: Token) -> Iterator[str]:
    """»*Zur Reform* sagte Merk: „Das lehne ich ab“«, »*Mit Blick auf …*«: what the words behind the colon are about."""
    if pointing.pos_ not in ("PRON", "DET", "ADV") or pointing.lang_ == "en":
        return
    doc, start = pointing.doc, sent_of(pointing).start
    colon = next((word for word in reversed(doc[max(0, start - 2) : pointing.i]) if word.text == ":"), None)
    if colon is None:
        return
    first = sent_of(colon).start
    finite = next((word for word in doc[first : colon.i] if word.pos_ == "VERB"), colon)
    for noun in doc[first : finite.i]:
        if noun.pos_ == "NOUN" and case_of(noun) in ANNOUNCING and not (is_actor(noun) or is_when(noun)):
            yield noun_text(noun)


def is_thing(noun: Token) -> bool:
    """Something to be for or against; as an adjunct what is talked *about*, not where and when."""
    about = not noun.dep_.startswith("obl") or case_of(noun) in ABOUT
    return noun.pos_ == "NOUN" and about and not is_actor(noun) and not is_when(noun)


def same_noun(token: Token) -> Iterator[str]:
    """The nearest earlier use of the noun, or of a compound with it, that says more."""
    word = token.lemma_.lower()
    if token.pos_ != "NOUN":
        return
    for other in reversed(token.doc[max(0, token.i - FAR) : token.i]):
        if other.pos_ == "NOUN" and other.lemma_.lower().endswith(word) and has(other, *MODIFIERS):
            yield noun_text(other)
            return
