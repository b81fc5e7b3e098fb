"""A small vocabulary of invented states and persons, so that tests do not hang on the shipped one."""

from datetime import date

from kg.vocabulary import Actor, Cue, Office, Role, Stance, Vocabulary, WordClass

LABEL = (("de", "x"), ("en", "x"))
RURITANIA = Actor(
    "a:ruritania", "state", (("de", "Ruritanien"), ("en", "Ruritania")), (("de", "Ruritanien"), ("de", "Strelsau")),
    adjectives=(("de", "ruritanisch"),), metonyms=(("de", "Strelsau"),),
)  # fmt: skip
COUNCIL = Actor("a:council", "organisation", (("de", "Hoher Rat"),), (("de", "Hoher Rat"), ("de", "Hohe Rat")))
TOWN = Actor("a:town", "organisation", (("de", "FC Strelsau"),), (("de", "Strelsau"),))
POST = Actor("a:post", "medium", (("de", "Post"),), (("de", "Post"),), part_of="a:ruritania")
MINISTER = Role("r:minister", "minister_of", (("de", "Außenminister"), ("de", "Außenministerin")))
SPEAKER = Role("r:speaker", "spokesperson_of", (("de", "Sprecher"), ("de", "Sprecherin")))


def minister(name: str, start: int, end: int | None) -> Actor:
    """A foreign minister of Ruritania, from the start of one year to that of another."""
    office = Office("r:minister", "a:ruritania", date(start, 1, 1), date(end, 1, 1) if end else None)
    iri = f"a:{name.split()[-1].lower()}"
    return Actor(iri, "person", (("de", name),), (("de", name),), offices=(office,))


ZENDA, HENTZAU = minister("Flavia Zenda", 2010, 2020), minister("Rupert Hentzau", 2020, None)
ACTORS = (RURITANIA, COUNCIL, TOWN, POST, ZENDA, HENTZAU)
STANCES = (
    Stance("s:supports", "supports", "favour", "opposes", LABEL),
    Stance("s:opposes", "opposes", "against", None, LABEL),
    Stance("s:states", "states", "neither", None, LABEL),
)
CUE = Cue("c:1", "de", "ablehnen", "VERB", "opposes", ("nsubj",), ("obj",))
WORDS = (
    WordClass("w:acting", "acting", LABEL, words=(("de", "Partei"), ("de", "Rat")), compounds=True),
    WordClass("w:agent", "agent", LABEL, endings=(("de", "er"),)),
    WordClass("w:abstract", "abstract", LABEL, endings=(("de", "ung"),)),
    WordClass("w:feminine", "feminine", LABEL, endings=(("de", "in"),)),
)


def made(
    *,
    actors: tuple[Actor, ...] = ACTORS,
    roles: tuple[Role, ...] = (MINISTER, SPEAKER),
    stances: tuple[Stance, ...] = STANCES,
    cues: tuple[Cue, ...] = (CUE,),
    words: tuple[WordClass, ...] = WORDS,
) -> Vocabulary:
    return Vocabulary(
        actors={actor.iri: actor for actor in actors},
        roles={role.iri: role for role in roles},
        stances={stance.name: stance for stance in stances},
        cues=cues,
        topics={},
        word_classes={each.name: each for each in words},
    )
