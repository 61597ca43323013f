# make install   the set-up alone, into .venv
# make demo      set-up, then Sayso in a local Slack in your browser
# make test      set-up, then the tests
# make browser   the tests that click through the local Slack; needs chromium
# make picture   draws the pictures of the README again; needs chromium
PYTHON ?= python3
BIN := .venv/bin

.PHONY: install demo test browser lint bench picture clean

install: .venv/installed

.venv/installed: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("sayso needs Python 3.11 or later" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	touch $@

demo: install
	$(BIN)/sayso demo

test: install
	$(BIN)/python -m pytest -n 2 --dist loadfile

browser: install
	$(BIN)/python -m pytest -m browser

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sayso lint

bench: install
	$(BIN)/python -m pytest -m benchmark -s

picture: install
	$(BIN)/python -m tests.picture

clean:
	rm -rf .venv
