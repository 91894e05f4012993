PYTHON ?= python3
PORT ?= 8000
POSTGRES_URL ?= postgres://postgres@127.0.0.1:5432/postgres
BIN := .venv/bin
ONCE := plaza/imports/reading plaza/publishing/book plaza/web/maps \
	$(patsubst %,tests/rules/test_%.py,access house layers words)
export PORT

.PHONY: demo test check postgres fix browser bench access
demo: .venv/app
	PLAZA_DEMO=1 PLAZA_DATA=$${PLAZA_DATA:-var/demo} $(BIN)/plaza demo --port $(PORT)

test: .venv/dev
	$(BIN)/python -m pytest -n 2 -m "not browser"

check: .venv/dev
	$(BIN)/ruff format --check . && $(BIN)/ruff check . && $(BIN)/mypy
	$(BIN)/python manage.py makemigrations --check --dry-run
	$(MAKE) postgres browser
	$(BIN)/python -m tests.demo.smoke

# What asks nothing of a database, or the same of each, is tested once.
postgres: .venv/dev
	DATABASE_URL=$(POSTGRES_URL) $(BIN)/python -m pytest -n 2 -m "not browser" $(ONCE:%=--ignore=%)

fix: .venv/dev
	$(BIN)/ruff format . && $(BIN)/ruff check --fix .

browser: .venv/dev
	$(BIN)/python -m pytest -n 2 --dist loadfile -m browser

bench: .venv/dev
	$(BIN)/python -m bench

access: .venv/dev
	PLAZA_WRITE_ACCESS=1 $(BIN)/python -m pytest tests/rules/test_access.py

.venv/app: requirements/app.txt pyproject.toml $(wildcard locale/*/LC_MESSAGES/*.po)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	test -f .venv/dev || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m plaza.web.messages
	touch $@

.venv/dev: requirements/dev.txt pyproject.toml $(wildcard locale/*/LC_MESSAGES/*.po)
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m plaza.web.messages
	touch $@
