"""Language pipelines and the grammar that is read off their parse."""

from kg.analyse.load import load
from kg.analyse.parse import analyse

__all__ = ["analyse", "load"]
