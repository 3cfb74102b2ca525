# Every target that a person calls says in one line what it does: make help

PYTHON ?= $(shell for python in python3.13 python3.12 python3.11 python3; do \
	$$python -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
	2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
PACKAGES := bot dialog handlers models plans reports sandbox scheduler texts vocabulary
LOCK := uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
	--only-binary :all: --no-header --upgrade --quiet
SIDE_BY_SIDE := $(BIN)/pytest -n auto --maxprocesses 4 --dist worksteal
ARGS ?=

# The tests start hundreds of processes: none of them should compile everything anew.
export PYTHONDONTWRITEBYTECODE :=

.DEFAULT_GOAL := help
.PHONY: help demo transcripts pictures photos run test long check bench chaos format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(READY) ## Play two months of reporting in the sandbox, without a token, into demo/
	$(BIN)/baosong demo --out demo $(ARGS)

transcripts: demo ## Play the demo, and keep four of its conversations in docs/transcripts/
	cp demo/story/transcripts/*.md docs/transcripts/

pictures: $(READY) ## Draw what is printed into docs/pictures/; needs LibreOffice
	$(BIN)/python -m tests.reports.pictures docs/pictures

photos: $(READY) ## Measure how many photos of stamped pages are read, as in docs/stamped-copies.md
	$(BIN)/python -m tests.reports.photographed

run: $(READY) ## Run the bot for real, with config.toml and the environment
	$(BIN)/baosong run $(ARGS)

test: $(READY) ## Run the tests; make test ARGS="tests/models -x" runs some
	$(SIDE_BY_SIDE) -m "not long" $(ARGS)

long: $(READY) ## Run the tests that take long: months that go by, processes, many cases
	$(SIDE_BY_SIDE) -m long $(ARGS)

check: $(READY) ## Check style, types, layers, dead code and texts; changes nothing
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy $(PACKAGES) tests benchmarks
	$(BIN)/lint-imports --no-logo
	$(BIN)/vulture
	$(BIN)/pytest tests/test_house.py

bench: $(READY) ## Measure speed, as ratios within one run
	$(BIN)/python -m benchmarks $(ARGS)

chaos: $(READY) ## Break everything, again and again; make chaos ARGS="--months 1" for a look
	$(BIN)/python -m tests.faults $(ARGS)

format: $(READY) ## Put the code into the house's form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: $(READY) ## Pin the newest dependencies that fit, with their hashes, in both lock files
	$(BIN)/pip install --quiet "uv>=0.9"
	$(BIN)/$(LOCK) --output-file requirements.lock
	$(BIN)/$(LOCK) --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## Delete what was made: environment, caches, demo; never data/
	rm -rf $(VENV) build demo *.egg-info .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(READY): requirements-dev.lock
	@test -n "$(PYTHON)" || { \
		echo "baosong needs Python 3.11, 3.12 or 3.13 with venv, and found none." >&2; \
		echo "Install one (Debian, Ubuntu: apt install python3 python3-venv), or name it: make PYTHON=/path/to/python3.12 ..." >&2; \
		exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: --requirement requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
