# Everything from bare Python 3.11 and make, in a virtual environment of its own.
#
#   make run     open the app on the pages in seeds/
#   make test    run the tests
#   make quick   run the fast ones, in under a minute
#   make snapshots  keep the screens, what commands print and what formats write as they are now
#   make chromium  install the browser that the tests of `piyue serve` drive; without it they are skipped
#   make mutants  put faults into the code and list those that no test notices: ARGS="--room edit --count 300"
#   make check   ruff, mypy --strict, the import rule and the list of dependencies

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
ARGS ?=
# Tests of servers, browsers and terminals wait now and then: one more of them than processors.
WORKERS := $(shell echo $$(($$(getconf _NPROCESSORS_ONLN) + 1)))

.PHONY: run test quick chromium mutants check format bench lock docs clean

run: $(VENV)/.run
	$(BIN)/piyue $(ARGS)

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

# The browser of the tests of `piyue serve`, where Debian's packages can be installed: best the one without windows,
# which takes four fifths of the processor time.
chromium:
	command -v chromium-headless-shell || { apt-get -qq update \
		&& apt-get -qq install -y --no-install-recommends chromium-headless-shell fonts-noto-cjk; } \
		|| command -v chromium || apt-get -qq install -y --no-install-recommends chromium fonts-noto-cjk

quick: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist worksteal -m "not slow" --hypothesis-profile quick $(ARGS)

mutants: $(VENV)/.dev
	OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.mutants $(ARGS)

# Keep screens, what commands print and what formats write as they are now, when what failed was looked at.
snapshots: $(VENV)/.dev
	PIYUE_SNAPSHOTS=keep $(BIN)/python -m pytest -q tests/app/test_snapshots.py tests/app/test_scenarios.py \
		tests/cli/test_transcripts.py tests/formats/test_written.py tests/suggest/test_features.py

check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_rooms.py tests/test_dependencies.py

format: $(VENV)/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.dev
	$(BIN)/python -m bench $(ARGS)

# What is generated from the code: JSON Schemas, the README's key table and picture.
docs: $(VENV)/.dev
	$(BIN)/python docs/generate.py

# The versions that every machine gets. Run after a change of dependencies.
lock: $(VENV)/.dev
	$(BIN)/pip-compile -q --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --no-emit-options -o requirements.lock pyproject.toml
	$(BIN)/pip-compile -q --generate-hashes --strip-extras --allow-unsafe --no-header --no-emit-index-url \
	    --no-emit-trusted-host --no-emit-find-links --no-emit-options --extra dev --extra interop -c requirements.lock \
	    -o requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	    || { echo "piyue needs Python 3.11 or newer: make PYTHON=python3.11 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.lock
	$(PIP) install --no-deps --editable .
	@touch $@ $(VENV)/.run
