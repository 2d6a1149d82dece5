# The commands of the project; `make help` lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports unit browser bench syntax-model screenshots clean

help: ## list these commands
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: $(VENV)/.installed ## start the service on SQLite and print its address
	@$(BIN)/timelines serve

test: $(VENV)/.installed-for-tests browser lint types imports unit ## run all checks and tests

lint: $(VENV)/.installed-for-tests ## style: ruff
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(VENV)/.installed-for-tests ## types: mypy --strict
	@$(BIN)/mypy

imports: $(VENV)/.installed-for-tests ## the arrows between the packages: import-linter
	@$(BIN)/lint-imports --no-logo

unit: $(VENV)/.installed-for-tests ## pytest alone
	@$(BIN)/pytest -n 2 --dist loadscope

bench: $(VENV)/.installed-for-tests ## quality and speed figures (DATA=folder with the corpora)
	@$(BIN)/python -m benchmarks $(DATA)

syntax-model: $(VENV)/.installed-for-tests ## train the syntax model again (DATA=folder with the treebank)
	@$(BIN)/python -m training.syntax $(DATA)/treebank

screenshots: $(VENV)/.installed-for-tests browser ## renew the pictures in docs/screenshots
	@$(BIN)/python -m tests.browser.screenshots

clean: ## remove what the commands above made, except the database in var/
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

browser:
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Chromium for the browser tests ..."; \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-liberation >/dev/null; \
		else \
			echo "No Chromium found; install it (Debian: apt-get install chromium) to run the browser tests." >&2; exit 1; \
		fi; }

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null; \
		else \
			echo "Python's venv module is missing; install it (Debian: apt-get install python3-venv)." >&2; exit 1; \
		fi; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the service needs into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml constraints.txt | $(BIN)/python
	@echo "Installing what the service and its tests need into $(VENV) ..."
	@$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[test]'
	@touch $@ $(VENV)/.installed
