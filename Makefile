# The commands of the README. The work is done by the scripts in .ci, which CI runs as well. Exit status 77 of a script
# means that this machine cannot judge; it has said so, and that is no error.
.POSIX:
.PHONY: help run test test-slow lint walls bench clean

# Undeclared imports are errors. The tests build with the same words (.ci/test): other flags rebuild the dependencies.
FLAGS = --explicit-target-dependency-import-check error
SCENARIO = scenarios/careconnect.yaml

help:
	@echo "make run        install what is missing, build, simulate $(SCENARIO)"
	@echo "make test       install what is missing, build, run the everyday tests"
	@echo "make test-slow  the same, with the statistical and torture tests"
	@echo "make lint       format and hygiene of every tracked file"
	@echo "make walls      prove which room imports what, and that the core links no Foundation"
	@echo "make bench      instruction and time bars of Benchmarks/"
	@echo "make clean      remove everything that was built"

run:
	@.ci/setup
	swift build -c release --product busyhour $(FLAGS)
	.build/release/busyhour simulate $(SCENARIO)

test:
	@.ci/setup
	@.ci/test

test-slow:
	@.ci/setup
	@.ci/test --slow

lint:
	@.ci/lint
	@.ci/check-hygiene --self-test
	@.ci/check-hygiene

walls:
	@.ci/check-imports --self-test
	@.ci/check-imports
	@.ci/check-core-linkage || [ $$? -eq 77 ]

bench:
	@.ci/setup
	@.ci/bench || [ $$? -eq 77 ]

clean:
	rm -rf .build .build-* Benchmarks/.build .ci/probe/.build
