# make study   everything needed, then a report about a real region
# make test    everything needed, then every test
SHELL := /bin/bash
.DEFAULT_GOAL := help
RELEASE := .build/release/interlocal
CASE ?= Examples/skane-water
OUT ?= reports/$(notdir $(CASE))
DATA ?= interlocal-data
PORT ?= 8080
# How tests are built: `debug` is compiled sooner after a change; `release` runs sooner, and the command is built with it.
CONFIGURATION ?= debug
TESTABLE := $(if $(filter release,$(CONFIGURATION)),-Xswiftc -enable-testing)
TESTS := -c $(CONFIGURATION) $(TESTABLE)

.PHONY: help setup build study portal testing test test-postgres format lint docs bench nightly schema lifecycles browser clean

help: ## Show what can be made
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 16

setup: ## Install the system libraries that are missing
	@scripts/setup.sh

build: setup ## Build the command for use
	@swift build -c release $(TESTABLE) --product interlocal

study: build ## Study CASE (Examples/skane-water) and write the report to OUT
	@$(RELEASE) study $(CASE) --out $(OUT)

portal: build ## Serve the portal of DATA (a sample region where there is none) on PORT of this machine
	@if test -e $(DATA)/record.sqlite; then cat $(DATA)/sample-accounts.txt 2>/dev/null || true; \
	else $(RELEASE) demo --data $(DATA); fi
	@$(RELEASE) serve --data $(DATA) --port $(PORT)

# What tests need that open pages in a browser.
testing: setup
	@scripts/setup.sh chromium chromium-driver fonts-noto-cjk python3-pip
	@scripts/axe.sh

test: testing ## Run every test
	@swift build $(TESTS) --build-tests
	@swift test $(TESTS) --skip-build --skip 'RegistryTests|PortalTests'
	@swift test $(TESTS) --skip-build --filter RegistryTests --skip PasswordGateTests
	@# What waits for deadlines runs alone: others would keep the threads it waits for.
	@swift test $(TESTS) --skip-build --filter 'PortalTests|PasswordGateTests' --no-parallel

test-postgres: setup ## Run the tests of the record on a PostgreSQL server of their own as well
	@scripts/setup.sh postgresql libpq-dev
	@swift build --build-tests --traits Postgres
	@scripts/postgres.sh swift test --skip-build --traits Postgres --filter RegistryTests \
	  --skip PasswordGateTests

format: ## Rewrite the sources in the house format
	@swift format format -i -r -p Sources Tests Benchmarks Package.swift

lint: ## Refuse sources that are not in the house format
	@swift format lint --strict -r -p Sources Tests Benchmarks Package.swift

docs: setup ## Build the documentation of every library
	@scripts/documentation.sh $(TESTS)

bench: setup ## Measure the speeds that Benchmarks/README.md reports
	@Benchmarks/run.sh

nightly: testing ## The long runs: tests with optimisation, both languages, every example
	@scripts/nightly.sh

schema: build ## Write Documentation/*.schema.json anew from the definitions
	@for file in case negotiation conflict decision; do \
	  $(RELEASE) schema $$file > Documentation/$$file.schema.json; done

lifecycles: build ## Draw the pictures of the life cycles anew from their declarations
	@$(RELEASE) lifecycles --svg Sources/Registry/Registry.docc/Resources

browser: build ## Lay out every example's report in a browser and check that nothing overflows
	@scripts/setup.sh chromium fonts-noto-cjk
	@scripts/browser.sh

clean: ## Remove what was built
	@rm -rf .build .build-* reports
