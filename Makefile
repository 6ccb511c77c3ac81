# Sets up the environment and calls the tools; everything else is in pyproject.toml.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
SOURCES := pyproject.toml requirements.lock

.PHONY: serve site check test audit clean

serve: $(STAMP)
	@$(BIN)/zhibu serve

site: $(STAMP)
	@$(BIN)/zhibu build

check: $(STAMP)
	@$(BIN)/zhibu check

test: $(STAMP)
	@$(BIN)/python tests/find_programs.py
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

audit: $(STAMP)
	$(BIN)/pip-audit --requirement requirements.lock --require-hashes --disable-pip --strict --progress-spinner off

clean:
	rm -rf .venv site tree schemas dist

$(STAMP): $(SOURCES)
	@test -x .venv/bin/python || $(PYTHON) -m venv .venv || \
	  { rm -rf .venv; echo '建不了虚拟环境。Debian 上请先运行：sudo apt-get install python3-venv'; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(STAMP)
