"""Who is who: names, adjectives and capitals lead to one actor, and offices to the person who held them that day."""

import re
import time
from collections import Counter, defaultdict
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kg.namespaces import ACTOR, ROLE
from kg.vocabulary import Actor, Vocabulary, load_vocabulary
from kg.vocabulary.load import ontologies, read
from kg.vocabulary.sources import sources

PEOPLE = sorted((ontologies() / "actors").glob("people*.ttl"))

NAMES = [  # language, name → actor
    ("de", "Russland", "russia"),
    ("de", "Moskau", "russia"),
    ("en", "Moscow", "russia"),
    ("de", "USA", "united-states"),
    ("de", "Washington", "united-states"),
    ("de", "Vereinigten Staaten", "united-states"),
    ("de", "Großbritannien", "united-kingdom"),
    ("de", "Ukrainer", "ukraine"),
    ("de", "Nato", "nato"),
    ("de", "CDU", "cdu"),
    ("de", "Grünen", "alliance-90-the-greens"),
    ("de", "Spiegel", "spiegel"),
    ("de", "Sergej Lawrow", "sergej-lawrow"),
    ("de", "Sergei Lawrow", "sergej-lawrow"),
    ("en", "Sergey Lavrov", "sergej-lawrow"),
    ("de", "Selenskyj", "wolodymyr-selenskyj"),
    ("de", "Selenski", "wolodymyr-selenskyj"),
    ("en", "Zelensky", "wolodymyr-selenskyj"),
    ("de", "Dmitri Peskow", "dmitri-peskow"),
    ("de", "Recep Tayyip Erdogan", "recep-tayyip-erdogan"),
    ("en", "Benjamin Netanyahu", "benjamin-netanjahu"),
    ("de", "Jinping Xi", "xi-jinping"),
]

ADJECTIVES = [
    ("de", "russisch", "russia"),
    ("de", "britisch", "united-kingdom"),
    ("de", "französisch", "france"),
    ("de", "israelisch", "israel"),
    ("de", "afrikanisch", "africa"),
    ("en", "Ukrainian", "ukraine"),
]

METONYMS = [
    ("de", "Moskau", "russia"),
    ("de", "Peking", "china"),
    ("de", "Kiew", "ukraine"),
    ("de", "Teheran", "iran"),
    ("de", "Berlin", "germany"),
    ("en", "Beijing", "china"),
]

OFFICES = [  # role, of, day → who
    ("federal-chancellor", "germany", "2004-06-01", "Gerhard Schröder"),
    ("federal-chancellor", "germany", "2010-06-01", "Angela Merkel"),
    ("federal-chancellor", "germany", "2023-06-01", "Olaf Scholz"),
    ("federal-chancellor", "germany", "2025-12-01", "Friedrich Merz"),
    ("federal-chancellor", "germany", "2005-11-21", "Gerhard Schröder"),
    ("federal-chancellor", "germany", "2005-11-22", "Angela Merkel"),
    ("federal-president", "germany", "2011-01-10", "Christian Wulff"),
    ("federal-foreign-minister", "germany", "2003-02-05", "Joschka Fischer"),
    ("federal-foreign-minister", "germany", "2025-06-01", "Johann Wadephul"),
    ("federal-defence-minister", "germany", "2010-02-01", "Karl-Theodor zu Guttenberg"),
    ("federal-interior-minister", "germany", "2015-09-05", "Thomas de Maizière"),
    ("federal-finance-minister", "germany", "2008-10-05", "Peer Steinbrück"),
    ("federal-economy-minister", "germany", "2022-03-20", "Robert Habeck"),
    ("cdu-chief", "cdu", "2019-05-01", "Annegret Kramp-Karrenbauer"),
    ("president", "united-states", "2003-03-20", "George W. Bush"),
    ("president", "united-states", "2021-01-19", "Donald Trump"),
    ("president", "united-states", "2021-01-20", "Joe Biden"),
    ("foreign-minister", "united-states", "2011-05-02", "Hillary Clinton"),
    ("president", "russia", "2009-01-15", "Dmitri Medwedew"),
    ("prime-minister", "russia", "2009-01-15", "Wladimir Putin"),
    ("foreign-minister", "russia", "2022-02-24", "Sergej Lawrow"),
    ("president", "ukraine", "2014-11-20", "Petro Poroschenko"),
    ("prime-minister", "israel", "2006-07-12", "Ehud Olmert"),
    ("president", "iran", "2009-06-20", "Mahmud Ahmadinedschad"),
    ("president", "egypt", "2013-01-25", "Mohammed Mursi"),
    ("prime-minister", "united-kingdom", "2003-03-20", "Tony Blair"),
    ("prime-minister", "united-kingdom", "2022-10-01", "Liz Truss"),
    ("president", "france", "2015-11-13", "François Hollande"),
    ("chancellor", "austria", "2018-05-01", "Sebastian Kurz"),
    ("un-secretary-general", "united-nations", "2005-01-01", "Kofi Annan"),
    ("commission-president", "european-commission", "2012-12-10", "José Manuel Barroso"),
    ("eu-high-representative", "european-union", "2006-01-01", "Javier Solana"),
    ("european-council-president", "european-council", "2016-06-24", "Donald Tusk"),
    ("nato-secretary-general", "nato", "2011-03-20", "Anders Fogh Rasmussen"),
    ("iaea-director-general", "iaea", "2003-06-01", "Mohammed el-Baradei"),
]

SPEAKS_FOR = [  # person, day → the side of the first office held that day
    ("friedrich-merz", "2025-12-01", "germany"),
    ("friedrich-merz", "2023-06-01", "cdu"),
    ("mark-rutte", "2020-01-01", "netherlands"),
    ("mark-rutte", "2025-01-01", "nato"),
    ("itamar-ben-gvir", "2023-06-01", "israel"),
    ("dmitri-peskow", "2025-12-16", "russia"),
]

ONE_AT_A_TIME = {"minister_of", "head_of_state_of", "head_of_government_of"}
TWO_CLAIMED_IT = {("president", "ivory-coast")}  # after the election of 2010


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary()


@pytest.fixture(scope="module")
def people(vocabulary: Vocabulary) -> list[Actor]:
    return [actor for actor in vocabulary.actors.values() if actor.kind == "person"]


def local(iri: str) -> str:
    return iri.rsplit("/", 1)[-1]


@pytest.mark.parametrize(("language", "name", "actor"), NAMES)
def test_a_name_leads_to_its_actor_alone(vocabulary: Vocabulary, language: str, name: str, actor: str) -> None:
    named = {local(a.iri) for a in vocabulary.actors.values() if {(language, name), ("", name)} & {*a.names}}
    assert named == {actor}


@pytest.mark.parametrize(("language", "word", "actor"), ADJECTIVES)
def test_an_adjective_leads_to_its_actor_alone(vocabulary: Vocabulary, language: str, word: str, actor: str) -> None:
    assert {local(a.iri) for a in vocabulary.actors.values() if (language, word) in a.adjectives} == {actor}


@pytest.mark.parametrize(("language", "city", "actor"), METONYMS)
def test_a_capital_stands_for_its_state(vocabulary: Vocabulary, language: str, city: str, actor: str) -> None:
    assert {local(a.iri) for a in vocabulary.actors.values() if (language, city) in a.metonyms} == {actor}


@pytest.mark.parametrize(("role", "organisation", "day", "person"), OFFICES)
def test_an_office_leads_to_who_held_it_that_day(
    people: list[Actor], role: str, organisation: str, day: str, person: str
) -> None:
    wanted = (str(ROLE[role]), str(ACTOR[organisation]))
    holders = {
        a.label("de")
        for a in people
        for office in a.offices
        if (office.role, office.organisation) == wanted and office.held_on(date.fromisoformat(day))
    }
    assert holders == {person}


@pytest.mark.parametrize(("person", "day", "side"), SPEAKS_FOR)
def test_the_first_office_of_the_day_says_for_whom_a_person_speaks(
    vocabulary: Vocabulary, person: str, day: str, side: str
) -> None:
    held = [o for o in vocabulary.actors[str(ACTOR[person])].offices if o.held_on(date.fromisoformat(day))]
    assert local(held[0].organisation) == side


def test_no_minister_or_head_shares_the_office(vocabulary: Vocabulary, people: list[Actor]) -> None:
    terms = defaultdict(list)
    for actor in people:
        for office in actor.offices:
            if vocabulary.roles[office.role].relation in ONE_AT_A_TIME:
                key = (local(office.role), local(office.organisation))
                terms[key].append((office.start or date.min, office.end or date.max, local(actor.iri)))
    shared = {
        key: (one[2], other[2])
        for key, held in terms.items()
        for one, other in pairwise(sorted(held))
        if other[0] < one[1] and key not in TWO_CLAIMED_IT
    }
    assert shared == {}


def test_there_are_many_office_holders(people: list[Actor]) -> None:
    assert sum(bool(actor.offices) for actor in people) >= 250


def test_local_names_are_lower_case_letters_digits_and_hyphens(vocabulary: Vocabulary) -> None:
    names = (iri.removeprefix(str(ACTOR)) for iri in vocabulary.actors)
    assert [name for name in names if not re.fullmatch(r"[a-z0-9-]+", name)] == []


def test_a_preferred_label_means_one_actor_of_its_kind(vocabulary: Vocabulary) -> None:
    labels = Counter((a.kind, *label) for a in vocabulary.actors.values() for label in a.labels)
    assert [label for label, count in labels.items() if count > 1] == []


def test_an_actor_has_one_preferred_label_a_language(vocabulary: Vocabulary) -> None:
    doubled = [a.iri for a in vocabulary.actors.values() if len(dict(a.labels)) < len(a.labels)]
    assert doubled == []


def test_people_share_no_name(people: list[Actor]) -> None:
    bearers = defaultdict(set)
    for actor in people:
        for _, name in actor.names:
            bearers[name].add(local(actor.iri))
    assert {name: iris for name, iris in bearers.items() if len(iris) > 1} == {}


def test_people_have_a_german_and_an_english_label(people: list[Actor]) -> None:
    assert [a.iri for a in people if {"de", "en"} - dict(a.labels).keys()] == []


@pytest.mark.parametrize("path", PEOPLE, ids=lambda path: path.stem)
def test_a_file_of_people_is_sorted_and_says_what_it_holds(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    subjects = re.findall(r"^actor:(\S+)", text, re.MULTILINE)
    assert text.startswith("# ")
    assert subjects == sorted(set(subjects))


def test_the_vocabulary_is_read_without_faults_in_four_seconds() -> None:
    started = time.process_time()
    read(sources([ontologies()]))  # from Turtle, whatever is kept of it
    assert time.process_time() - started < 4  # what is kept of it is ten times faster: test_speed.py
