# Two commands are enough: `make run` and `make test`. `make help` lists the rest.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
DEMO := var/demo.duckdb
# Arguments for pytest, one worker for each core: `make test ARGS="-k fractions -x"`.
ARGS ?= -n auto

.DEFAULT_GOAL := help
.PHONY: help setup run test clients check fix bench snapshots lock

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/' | expand -t 16

setup: $(READY) ## create .venv and install what the lock names

run: $(READY) $(DEMO) ## serve the demo: every URL and connection string is printed; Ctrl-C stops it
	@exec $(BIN)/nogletal serve --demo

test: $(READY) ## the whole suite; REQUIRE_REAL_CLIENTS=1 fails where a client is missing
	@$(BIN)/python -m pytest $(ARGS)

clients: $(READY) ## fetch the drivers that the tests of PostgreSQL clients use, into var/clients
	@tests/clients/prepare var/clients $(BIN)/python

check: $(READY) $(DEMO) ## what CI runs before the tests: lint, format, types, architecture, docs, model and policies
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict semantic server
	$(BIN)/python -m pytest -q tests/test_architecture.py tests/test_docs.py tests/test_project.py
	$(BIN)/nogletal check

fix: $(READY) ## let ruff repair what it can
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## one line for each figure: name value unit
	@$(BIN)/python -m benchmarks

snapshots: $(READY) ## write plans, SQL and error texts of the cases, and everything else that is generated
	WRITE_SNAPSHOTS=1 $(BIN)/python -m pytest -q tests/test_cases.py
	$(BIN)/python -m semantic.model.json_schema schema/model.schema.json
	$(BIN)/python -m semantic.access.json_schema access_policies/policy.schema.json
	$(BIN)/python -c "from semantic.error_codes import errors_page; print(errors_page(), end='')" > docs/errors.md
	$(BIN)/python -m tests.interfaces.spellings > docs/questions.md
	$(BIN)/python -m tests.attacks.classes > docs/attacks.md

lock: ## write requirements.lock anew from pyproject.toml (the only target that needs uv)
	uv pip compile pyproject.toml --extra test --universal --fork-strategy fewest --python-version 3.11 --upgrade \
		--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate \
		--custom-compile-command "make lock" --output-file requirements.lock
	for name in drivers sqlalchemy14; do \
		uv pip compile tests/clients/python/$$name.in --quiet --universal --python-version 3.11 --upgrade --generate-hashes \
			--no-emit-index-url --no-emit-find-links --no-annotate --no-header --output-file tests/clients/python/$$name.txt; \
	done

# The stamp is newer than what it was made from, so a second call costs nothing.
$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || \
		{ echo "Python 3.11 or newer is needed; '$(PYTHON)' is $$($(PYTHON) --version 2>&1). Try: make PYTHON=python3.12 ..." >&2; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Older than what makes it, it may lack tables that the model has.
$(DEMO): $(wildcard demo/*.py demo/data/*) | $(READY)
	$(BIN)/nogletal demo build --out $@
