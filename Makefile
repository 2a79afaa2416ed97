# make demo: build the graph of examples/ and show what is in it.   make test: run every test.
# make figures: print how well pages are read, as README.md shows it (scripts/figures.py --write puts it there).
PYTHON ?= python3
VENV   := .venv
KG     := $(VENV)/bin/kg
READY  := $(VENV)/.ready

.PHONY: demo test check bench figures clean
demo: $(READY)
	@$(KG) build examples -o kg-out

test: $(READY)
	@$(VENV)/bin/python -m pytest

check: $(READY)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/lint-imports
	@$(VENV)/bin/python scripts/terms.py --check

bench: $(READY)
	@for file in benchmarks/*.py; do echo "== $$file"; $(VENV)/bin/python $$file || exit 1; done

figures: $(READY)
	@$(VENV)/bin/python scripts/figures.py

clean:
	rm -rf $(VENV) kg-out

$(READY): requirements.lock pyproject.toml
	@command -v $(PYTHON) >/dev/null || { echo "make: $(PYTHON) is missing: install Python 3.11 or newer"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "make: $$($(PYTHON) --version) is too old: install Python 3.11 or newer, or say make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { echo "make: $(PYTHON) has no venv module: install it (Debian, Ubuntu: apt install python3-venv)"; exit 1; }
	@echo "Setting up $(VENV) (once; needs the network) ..."
	@$(PYTHON) -m venv --clear $(VENV)
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)
