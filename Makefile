# The commands of the project. `make demo` is the one to begin with.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
CODE := progpro_tui plugins tests benchmarks

.PHONY: demo run test test-all torture bench lint types layers catalogues schema docs screenshots gallery lock wheel clean

demo: $(VENV)/.installed
	@$(BIN)/progpro demo

run: $(VENV)/.installed
	@$(BIN)/progpro

# Practices that tests make stand in memory where there is a disk for it: a sync costs nothing there.
# Whether a sync keeps what it promises is tested on disks of its own (tests/durability).
MEMORY := $(wildcard /dev/shm)
PYTEST := $(if $(MEMORY),env PYTEST_DEBUG_TEMPROOT=$(MEMORY)) $(BIN)/pytest

test: lint types layers
	$(PYTEST) -n 3 -m "not long and not torture"

test-all: lint types layers
	$(PYTEST) -n 3 -m "not torture"

# A thousand kills, four hundred power cuts, a fault at every call: half an hour, as root; prints what was lost.
torture: $(VENV)/.ready
	$(BIN)/pytest -n 2 --timeout 3600 -m torture tests/durability

lint: $(VENV)/.ready
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)

types: $(VENV)/.ready
	$(BIN)/mypy

layers: $(VENV)/.ready
	$(BIN)/lint-imports

bench: $(VENV)/.ready
	@$(BIN)/python -m benchmarks

# What the code says into the French catalogue; new sentences are printed, to be translated.
catalogues: $(VENV)/.ready
	$(BIN)/python -m tests.i18n.catalogues

# By which editors complete and check the questionnaires; a test holds it to the models.
schema: $(VENV)/.installed
	$(BIN)/progpro schema -o questionnaires/instrument.schema.json

# The tables of the guide, and what its commands print: read what changed before you keep it.
docs: $(VENV)/.ready
	$(BIN)/python -m tests.docs.generate

screenshots: $(VENV)/.ready
	$(BIN)/python -m tests.tui.screenshots

# Every step and profile of every instrument, in both languages and sizes, to be looked at.
gallery: $(VENV)/.ready
	$(BIN)/python -m tests.tui.gallery build/gallery

wheel: $(VENV)/.ready
	$(BIN)/pip wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

# Needs uv on the path. The locks name no address: hashes alone say what is installed.
LOCK := uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-header --no-emit-index-url --no-annotate pyproject.toml
lock:
	$(LOCK) --group build -o requirements.txt
	$(LOCK) --group dev -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; assert (3, 11) <= sys.version_info < (3, 14), "Python 3.11 to 3.13 is needed"'
	$(PYTHON) -m venv $(VENV)

PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check

$(VENV)/.installed: $(VENV)/bin/python requirements.txt pyproject.toml
	@echo "Installing (once, about a minute)…"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready: $(VENV)/.installed requirements-dev.txt
	@echo "Installing the tools of development (once)…"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
