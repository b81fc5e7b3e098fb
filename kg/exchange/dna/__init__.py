"""Databases of Discourse Network Analyzer 3.0 (https://github.com/leifeld/dna): written for it, and read from it."""
