"""The namespaces of the graph, in one place."""

from rdflib import Namespace

BASE = "https://w3id.org/diplokg/"

POS = Namespace(BASE + "positions#")
ACTOR = Namespace(BASE + "actor/")
ISSUE = Namespace(BASE + "issue/")
TOPIC = Namespace(BASE + "topic/")
ROLE = Namespace(BASE + "role/")
CUE = Namespace(BASE + "cue/")
DOCUMENT = Namespace(BASE + "document/")
STORY = Namespace(BASE + "story/")
RUN = Namespace(BASE + "run/")
DECISION = Namespace(BASE + "decision/")
JUDGE = Namespace(BASE + "judge/")
CODER = Namespace(BASE + "coder/")
CODING = Namespace(BASE + "coding/")
MOVE = Namespace(BASE + "move/")
CATALOGUE = Namespace(BASE + "catalogue/")

SOFTWARE = BASE + "software"  # the program as an agent
INDEPENDENCE = BASE + "independence"  # the graph that says how many sources each position has

OA = Namespace("http://www.w3.org/ns/oa#")
ORG = Namespace("http://www.w3.org/ns/org#")
PROV = Namespace("http://www.w3.org/ns/prov#")
SCHEMA = Namespace("https://schema.org/")

PREFIXES = {
    "pos": POS,
    "actor": ACTOR,
    "issue": ISSUE,
    "topic": TOPIC,
    "role": ROLE,
    "oa": OA,
    "org": ORG,
    "prov": PROV,
    "schema": SCHEMA,
}
