"""`ontologies/` as Python values: actors, roles, stances, cues, topics, checked when they are loaded."""

from kg.vocabulary.entries import Actor, Cue, Labels, Office, Role, Stance, Topic, Vocabulary, WordClass
from kg.vocabulary.load import load_vocabulary

__all__ = [
    "Actor",
    "Cue",
    "Labels",
    "Office",
    "Role",
    "Stance",
    "Topic",
    "Vocabulary",
    "WordClass",
    "load_vocabulary",
]
