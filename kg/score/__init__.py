"""Extracted positions against positions that people annotated."""

from kg.score.measure import Score, Tally, score
from kg.score.records import read_gold, read_predictions
from kg.score.report import as_dict, as_text

__all__ = ["Score", "Tally", "as_dict", "as_text", "read_gold", "read_predictions", "score"]
