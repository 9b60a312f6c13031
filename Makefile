# make demo: install and build a deck, worksheets and a report of the real article. make test: all that CI runs.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p && break; done)
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --quiet --no-compile --disable-pip-version-check -c constraints.txt

.PHONY: demo test test-browser lint bench dist fuzz mutants measure shipped pictures clean

demo: .venv/installed
	$(BIN)/quizgen build seeds/aleppo-2016.txt -o out

test: lint
	$(BIN)/pytest -n auto --dist loadfile --cov=quizgen --cov-branch --cov-report=term-missing:skip-covered --cov-fail-under=95

# the cards in a real browser and a real Anki; part of make test, which wants Chromium
test-browser: .venv/installed-test
	command -v chromium || (apt-get update -qq && apt-get install -y -qq chromium)
	$(BIN)/pytest tests/writers/apkg -n auto

lint: .venv/installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: .venv/installed-test
	$(BIN)/python -m tests.benchmarks $(CORPUS) $(GOLD) $(SCORER)

# a wheel, made of the source archive, does the main job where nothing else is installed
dist: .venv/installed-test
	rm -rf dist build out/bare
	$(BIN)/python -m build --outdir dist . >/dev/null
	$(PYTHON) -m venv out/bare
	out/bare/bin/python -m pip install --quiet --no-compile --disable-pip-version-check -c constraints.txt dist/*.whl
	cd out/bare && cp ../../seeds/aleppo-2016.txt . && bin/quizgen build aleppo-2016.txt -o made && test -s made/aleppo-2016-key.pdf
	cd out/bare && bin/quizgen quiz aleppo-2016 --seed 7 -n 5 --format text

# each reader, the grader and the answer parser with what nobody wrote: SECONDS_EACH=600, TARGETS="flat grader"; findings in out/fuzz
fuzz: .venv/installed-test
	$(PIP) -e '.[fuzz]'
	$(BIN)/python -m tests.fuzz

# a seeded sample of small breaks of the rules, facts, graders, draw and field grammars, and those that no test sees: COUNT=500
# SEED=8 JOBS=1, AREA="rules grading", SECONDS=60 of tests for each; what is known stays in out/mutants, and survivors are tried again
mutants: .venv/installed-test
	$(BIN)/python -m tests.mutation

# of the articles of a folder: what is neither in their models nor under a diagnostic; how much can be asked, and whether every item stands
measure: .venv/installed-test
	$(BIN)/python -m tests.measure $(CORPUS)
	$(BIN)/python -m tests.measure_items $(CORPUS)

# what is committed ready to use: the library's model, the deck, the worksheets
shipped: .venv/installed
	$(BIN)/quizgen read seeds/aleppo-2016.txt -o quizgen/library/aleppo-2016.yaml
	$(BIN)/quizgen deck decks/aleppo-2016.yaml -o decks
	$(BIN)/quizgen sheet printouts/*.yaml -o printouts

# the README's pictures, of the shipped deck and sheet; needs the test extra and Chromium
pictures: .venv/installed-test
	$(BIN)/python -m tests.render_card decks/aleppo-2016.apkg decks/aleppo-2016.png 'tag:*dates.of_event'
	$(BIN)/python -m tests.render_page printouts/aleppo-2016-a.pdf printouts/aleppo-2016-a.png

clean:
	rm -rf .venv out dist build

.venv/installed: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -e .
	touch $@

.venv/installed-test: pyproject.toml constraints.txt
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) -e '.[test]'
	touch .venv/installed $@
