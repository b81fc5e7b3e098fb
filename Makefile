# The two commands of the README, and what a contributor needs. Everything is installed into .venv, from the lock.
# make PYTHON=python3.12 graph   takes another Python than `python3`, when .venv is made.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PYTEST ?=

.PHONY: graph test bench lint format lock clean
.DELETE_ON_ERROR:

graph: .venv/core.stamp ## articles in seeds/ → build/graph.ttl and build/graph.html
	@mkdir -p build
	$(BIN)/kg build seeds -o build/graph.ttl
	$(BIN)/kg view build/graph.ttl -o build/graph.html
	@echo "The graph: build/graph.ttl. To look at it, open build/graph.html in a browser."

test: .venv/dev.stamp ## the quick tests; make test PYTEST="-m ''" runs the slow ones too
	$(BIN)/python -m pytest $(PYTEST)

bench: .venv/dev.stamp ## what extraction costs on top of the language pipeline; loading, queries, processes at size
	$(BIN)/python -m pytest -m '' tests/bench

lint: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

# Keeps the versions that the lock has, where pyproject.toml allows them; make lock UPGRADE=--upgrade takes the newest.
LOCK = $(BIN)/uv pip compile pyproject.toml --group build --universal --python-version 3.11 --fork-strategy fewest \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" --quiet $(UPGRADE)
lock: .venv/core.stamp
	$(PIP) install uv
	$(LOCK) --output-file requirements.txt
	$(LOCK) --extra dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf .venv build

.venv/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "diplokg needs Python 3.11 or newer, and \`$(PYTHON)\` is none: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

# An editable install reads kg/ and ontologies/ where they lie, so only a changed lock or pyproject.toml asks for a new one.
.venv/core.stamp: .venv/python.stamp requirements.txt pyproject.toml
	$(PIP) install --require-hashes --requirement requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: .venv/core.stamp requirements-dev.txt
	$(PIP) install --require-hashes --requirement requirements-dev.txt
	@touch $@
