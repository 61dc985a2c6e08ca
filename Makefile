# Every verb a person needs; `make` alone prints them. Settings are given as in `make run PORT=9080`.
SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help run stop status logs test test-services test-older test-frontend test-journeys test-faults check check-services check-architecture check-frontend proofs bench rebuild verify-log verify-hours scorecards lock openapi fmt

PYTHON ?= python3
python := .venv/bin/python
npm := PATH="$(CURDIR)/.venv/bin:$$PATH" npm --silent --prefix frontend
services := gateway registry projects volunteers assessment
modules := $(filter-out %/tests,$(patsubst %/__init__.py,%,$(wildcard packages/*/*/__init__.py services/*/*/__init__.py)))
# Only what changed since is installed or built.
install := @$(PYTHON) -m deploy.local.install

help:
	@awk 'BEGIN {FS = ":.*## "} /^##@ / {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-11s %s\n", $$1, $$2}' Makefile

##@ Run
run: ## start everything on this machine (PORT=8080 DEMO=0 CITY=0 HTTPS=1 DETACH=1)
	$(install) frontend
	@exec $(python) -m deploy.local run

stop: ## stop it
	@exec $(python) -m deploy.local stop

status: ## what runs, since when, how much memory it takes
	@exec $(python) -m deploy.local status

logs: ## follow the logs, of one program with s=registry
	@exec $(python) -m deploy.local logs $(s)

##@ Check
test: ## all tests in small seeded forms: back end, its operations on the oldest PostgreSQL, frontend, then a whole system and a browser
	$(install) frontend tests
	@$(MAKE) --no-print-directory -j4 --output-sync=line test-services test-journeys test-faults test-older

test-services:
	$(python) -m pytest packages services deploy tests/architecture tests/contracts --ignore=tests/contracts/test_api.py $(args)

# On the oldest PostgreSQL that is served: every migration and every operation. All back-end tests run on it by
# TEST_POSTGRES_BIN=/usr/lib/postgresql/15/bin make test-services
test-older:
	TEST_POSTGRES_BIN=/usr/lib/postgresql/15/bin $(python) -m pytest tests/contracts/test_api.py $(args)

test-frontend:
	$(npm) test

# After the frontend's own tests: a browser needs the cores for itself.
test-journeys: test-frontend
	$(python) -m pytest tests/journeys $(args)

# Mostly waits for what it has killed to come back, so it runs beside all the rest.
test-faults:
	$(python) -m pytest tests/faults $(args)

check: ## style, types, import directions, drift of the API documents, size budgets
	$(install) frontend
	@$(MAKE) --no-print-directory -j3 --output-sync=target check-services check-architecture check-frontend

check-services:
	$(python) -m ruff check .
	$(python) -m ruff format --check .
	$(python) -m mypy $(modules) deploy
	.venv/bin/lint-imports
	$(python) -m deploy.openapi --check

check-architecture:
	$(python) -m pytest tests/architecture

check-frontend:
	$(npm) run lint
	$(npm) run typecheck

proofs: ## the full numbers (generated requests, facts, scope cases, kills), written to docs/proofs.md
	$(install) frontend tests
	$(python) -m tests.proofs $(args)

bench: ## the sign-up rush and the lists, beside pgbench on the same server
	$(install) frontend tests
	$(python) -m tests.bench $(args)

##@ Look after
rebuild: ## make a service's local copies anew from the facts: s=assessment
	@exec $(python) -m deploy.local.verb "$(s)" rebuild $(args)

verify-log: ## name the first altered, missing or swapped fact: s=projects, or of all services
	@for service in $(or $(s),$(services)); do $(python) -m deploy.local.verb $$service verify-log || exit 1; done

verify-hours: ## name the first hours that were altered, deleted, swapped or cut off since they were sealed
	@exec $(python) -m deploy.local.verb volunteers verify-hours

scorecards: ## make frozen scorecards again from the logs and name those that differ: y=2025, or of all years
	@exec $(python) -m deploy.local.verb assessment scorecards $(y)

##@ Change
openapi: ## write each service's openapi.json and the frontend's types
	$(install) node
	$(python) -m deploy.openapi
	$(npm) run types

lock: ## compile requirements.lock from the pyproject files
	$(install)
	@$(python) -m pip install --quiet uv
	PATH="$(CURDIR)/.venv/bin:$$PATH" sh deploy/lock.sh

fmt: ## write Python the one way
	$(install)
	$(python) -m ruff check --fix-only --quiet .
	$(python) -m ruff format .
