# make edition   builds the edition of the reference letter into output/
# make test      runs every check and every test
# Both create .venv and install what they need; only Python 3.11 and make must be there.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
LETTER := tests/data/letters/bz0_BZDOC-693942081-24.txt
# One process for each core (0: this one alone), to which whole files are given out.
PROCESSES ?= logical
PYTEST := $(BIN)/python -m pytest -n $(PROCESSES) --maxprocesses 8 --dist loadfile --no-loadscope-reorder

.PHONY: edition test fast lint programs clean

edition: .venv/.main
	$(BIN)/vertaal build $(LETTER) -o output || [ $$? -eq 1 ]
	@echo "Open output/$(basename $(notdir $(LETTER)))/parallel.html"

test: .venv/.test lint programs
	$(PYTEST)

fast: .venv/.test
	$(PYTEST) -m "not slow"

lint: .venv/.test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

.venv/bin/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'vertaal needs Python 3.11 or newer')"
	$(PYTHON) -m venv .venv

.venv/.main: .venv/bin/python pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	@touch $@

.venv/.test: .venv/.main
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

# What the tests use besides Python: a browser, LibreOffice, Tesseract, a Java machine, npm packages.
programs:
	@sh tests/programs.sh

clean:
	rm -rf .venv node_modules output/*/
