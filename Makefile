# Gradus. The main job: make plan. The tests: make test. Everything else: make help.

SWIFT ?= swift
SWIFTC ?= $(SWIFT)c
PYTHON ?= python3
PREFIX ?= /usr/local
PLAN ?= Plans/half-marathon.yaml
FUZZ_SECONDS ?= 10
SHARED ?= ../shared

GRADUS = .build/release/gradus
FUZZERS = $(basename $(notdir $(wildcard Tests/Fuzz/*.swift)))

.DEFAULT_GOAL := help
.PHONY: help plan release test lint format example bench curves docs docs-check fuzz judges install clean \
	need-swift need-libxml2 need-python

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

plan: release ## plan the half marathon (PLAN=another.yaml for another plan)
	@$(GRADUS) plan $(PLAN)

release: need-swift need-libxml2 ## build .build/release/gradus
	@$(SWIFT) build -c release --product gradus

test: need-swift need-libxml2 ## build and run all tests
	$(SWIFT) test

lint: need-swift ## say where the source is not formatted
	$(SWIFT) format lint --strict --recursive Package.swift Sources Tests Benchmarks

format: need-swift ## format the source
	$(SWIFT) format --in-place --recursive Package.swift Sources Tests Benchmarks

example: release need-python ## keep what the planner gives now: Exports/half-marathon, README, picture
	@$(PYTHON) docs/example.py $(GRADUS)

bench: need-swift need-libxml2 need-python ## measure; WRITE=1 keeps the table in docs/benchmarks.md
	@GRADUS_BENCHMARKS=1 $(SWIFT) build -c release --product gradus-benchmarks
	@GRADUS_BENCHMARKS=1 $(SWIFT) build -c release --product gradus
	@rm -f .build/release/libical-benchmark
	@if pkg-config --exists libical; then $(CC) -O2 Benchmarks/libical.c -o .build/release/libical-benchmark \
	  $$(pkg-config --cflags --libs libical); fi
	@$(PYTHON) Benchmarks/compare.py .build/release/gradus-benchmarks --gradus $(GRADUS) --libical .build/release/libical-benchmark \
	  $(if $(WRITE),--write docs/benchmarks.md)

curves: need-swift need-libxml2 need-python ## the objective over the work, in docs/curves.csv and docs/curves.svg
	@GRADUS_BENCHMARKS=1 $(SWIFT) build -c release --product gradus-benchmarks
	@$(PYTHON) Benchmarks/curves.py .build/release/gradus-benchmarks docs/curves.csv docs/curves.svg

docs: need-python ## write docs/limits.md and docs/sessions.md from the rule book, the defaults and the catalogue
	@$(PYTHON) docs/generate.py

docs-check: need-python
	@$(PYTHON) docs/generate.py --check

# Each fuzzer is one file, linked with the modules that it reads through; these are compiled with the
# coverage that libFuzzer needs. SwiftPM cannot link a libFuzzer executable itself: it renames `main`.
# What crashed or was slow is left in .build-fuzz, as is what is new in the corpus. Leaks are not looked
# for: globals that never end would count as such. Needs a toolchain from swift.org, also on macOS.
FUZZ_FLAGS = -sanitize=fuzzer,address -parse-as-library
FUZZ_BUILD = $(SWIFT) build -c release --scratch-path .build-fuzz $(addprefix -Xswiftc ,$(FUZZ_FLAGS))
FUZZ_MODULES = PlanXML CalendarFiles Calendars PlanFiles PlanData Review TrainingPlan TrainingLoad XML
FUZZ_LINKER = $(if $(filter Linux,$(shell uname)),-use-ld=lld)
FUZZ_RUN = ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no

fuzz: need-swift need-libxml2 ## fuzz every parser, FUZZ_SECONDS=10 each
	@$(FUZZ_BUILD) --target PlanXML
	@$(FUZZ_BUILD) --target CalendarFiles
	@set -e; cd .build-fuzz; for name in $(FUZZERS); do \
	  $(SWIFTC) -O $(FUZZ_FLAGS) $(FUZZ_LINKER) ../Tests/Fuzz/$$name.swift -module-name Fuzz$$name -o $$name \
	    -I release/Modules -Xcc -fmodule-map-file=release/PlanData.build/module.modulemap -I ../Sources/CLibXML2 \
	    $$(pkg-config --cflags-only-I libxml-2.0 | sed 's/-I/-Xcc -I/g') $$(pkg-config --libs libxml-2.0) \
	    $$(find $(FUZZ_MODULES:%=release/%.build) -name '*.o'); \
	  mkdir -p corpus/$$name; \
	  echo "fuzzing $$name for $(FUZZ_SECONDS) s"; \
	  $(FUZZ_RUN) ./$$name -max_total_time=$(FUZZ_SECONDS) -timeout=10 -rss_limit_mb=1024 -max_len=4096 \
	    -verbosity=0 -print_final_stats=1 -artifact_prefix=$$name- -dict=../Tests/Fuzz/words.dict \
	    corpus/$$name ../Tests/Fuzz/Corpus/$$name >$$name.log 2>&1 || { tail -40 $$name.log; exit 1; }; \
	  grep executed_units $$name.log; \
	done

judges: release ## check samples and calendars with programs that are not ours
	@Tests/Judges/run $(GRADUS) $(SHARED)

install: release ## install gradus, its manual page and completions under PREFIX=/usr/local
	install -d $(addprefix $(DESTDIR)$(PREFIX)/,bin share/man/man1 share/bash-completion/completions \
	  share/zsh/site-functions share/fish/vendor_completions.d)
	install -m 755 $(GRADUS) $(DESTDIR)$(PREFIX)/bin/gradus
	$(GRADUS) man >$(DESTDIR)$(PREFIX)/share/man/man1/gradus.1
	$(GRADUS) completions bash >$(DESTDIR)$(PREFIX)/share/bash-completion/completions/gradus
	$(GRADUS) completions zsh >$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_gradus
	$(GRADUS) completions fish >$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/gradus.fish

clean: ## remove what was built
	rm -rf .build .build-fuzz

# Each target first gets what it lacks, or says in one line what to do.
# $(call need,the test that it is there,what it is,Debian packages,Homebrew formulae)
define need
	@if $(1) >/dev/null 2>&1; then :; \
	elif [ "$$(uname)" = Darwin ] && command -v brew >/dev/null; then brew install $(4); \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then \
	  apt-get update -qq && apt-get install -y -qq --no-install-recommends $(3); \
	elif command -v apt-get >/dev/null && sudo -n true 2>/dev/null; then \
	  sudo apt-get update -qq && sudo apt-get install -y -qq --no-install-recommends $(3); \
	else echo "$(2) is missing: apt-get install $(3) (Debian, Ubuntu), brew install $(4) (macOS)" >&2; exit 1; fi
endef

need-swift:
	@command -v $(SWIFT) >/dev/null || { \
	  echo "Swift 6.2 or newer is missing: see https://www.swift.org/install" >&2; exit 1; }
	$(call need,command -v git,git,git ca-certificates,git)

need-libxml2:
ifeq ($(shell uname),Darwin)
	$(call need,brew --prefix --installed libxml2,libxml2,libxml2-dev,libxml2 pkgconf)
else
	$(call need,pkg-config --exists libxml-2.0,libxml2,libxml2-dev pkg-config,libxml2 pkgconf)
endif

need-python:
	$(call need,command -v $(PYTHON),Python 3,python3,python3)
