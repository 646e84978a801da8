# Parley. `make help` lists what there is.

GO ?= go
# How long each fuzz target runs in `make soak`.
FUZZTIME ?= 5m
# A folder with the treebanks of Universal Dependencies, one folder each.
TREEBANKS ?=
# A gold set, a folder as docs/gold.md describes it.
SET ?=

.DEFAULT_GOAL := help
.PHONY: help build web demo test lint bench soak models score picture pages clean FORCE

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' Makefile

build: bin/parley bin/parley-train ## build bin/parley and bin/parley-train

# Go knows better than make what is out of date.
bin/%: FORCE
	@$(GO) build -o $@ ./cmd/$*

# What the scripts of the pages are built into; Go takes in what lies there.
BUILT = internal/web/static/built/manifest.json

web: ## build the scripts of the pages; without npm the pages work too, without scripts
	@if command -v npm >/dev/null; then $(MAKE) --no-print-directory $(BUILT); else echo 'npm is not there: the pages are built without scripts'; fi

$(BUILT): web/node_modules/.package-lock.json web/build.mjs $(wildcard web/src/*.js)
	cd web && node build.mjs

web/node_modules/.package-lock.json: web/package-lock.json web/.npmrc
	cd web && npm ci
	@touch $@

# What the pages are tried in. Debian's package is installed where nothing is there and that
# is allowed; without a browser, and without npm, those tests are skipped, but not in CI.
.PHONY: browser
browser:
	@.ci/browser
	@$(MAKE) --no-print-directory web || test "$$CI" != true
	@if test -d web/node_modules; then cd web && npm test --silent; fi

demo: ## read the sample dispatches into a register, and open it in the browser
	@$(MAKE) --no-print-directory web || echo 'the scripts of the pages could not be built; the pages do without'
	@GO="$(GO)" .ci/demo

test: browser ## vet and all tests
	$(GO) vet ./...
	$(GO) test ./...
	cd internal/export/readback && $(GO) vet ./... && $(GO) test -count=1 ./...

lint: bin/golangci-lint ## run the linter, pinned in tools/go.mod
	bin/golangci-lint run ./...

bin/golangci-lint: tools/go.mod tools/go.sum
	cd tools && $(GO) build -o ../bin/golangci-lint github.com/golangci/golangci-lint/v2/cmd/golangci-lint

bench: ## documents/s read, MB/s and sentences/s, on one core and on all; documents/s added; memory; start-up
	@GO="$(GO)" .ci/bench 3s

soak: ## kill a process that adds 200 times, add in 1000 orders, fuzz every fuzz target for FUZZTIME (5m)
	PARLEY_TEST_KILLS=200 RAPID_CHECKS=1000 $(GO) test -count=1 -timeout 2h -run 'TestKill$$|TestAnyOrder' ./internal/store
	GO="$(GO)" .ci/fuzz $(FUZZTIME)

models: bin/parley-train ## learn the syntax models anew: make models TREEBANKS=folder
	@test -d "$(TREEBANKS)" || { echo 'make models needs TREEBANKS=folder, with a folder per treebank in it'; exit 2; }
	bin/parley-train --lang fr --out packs/fr/syntax.model $(sort $(wildcard $(TREEBANKS)/French-GSD/*.conllu $(TREEBANKS)/French-PUD/*.conllu $(TREEBANKS)/French-Sequoia/*.conllu))
	bin/parley-train --lang en --out packs/en/syntax.model $(sort $(wildcard $(TREEBANKS)/English-EWT/*.conllu $(TREEBANKS)/English-PUD/*.conllu))
	bin/parley-train --lang pt --out packs/pt/syntax.model $(sort $(wildcard $(TREEBANKS)/Portuguese-Bosque/*.conllu $(TREEBANKS)/Portuguese-PUD/*.conllu))
	bin/parley-train --lang de --out packs/de/syntax.model $(sort $(wildcard $(TREEBANKS)/German-GSD/*.conllu $(TREEBANKS)/German-PUD/*.conllu))
	bin/parley-train --lang ro --out packs/ro/syntax.model $(sort $(wildcard $(TREEBANKS)/Romanian-RRT/*.conllu))
	bin/parley-train --lang es --out packs/es/syntax.model $(sort $(wildcard $(TREEBANKS)/Spanish-PUD/*.conllu))
	bin/parley-train --lang it --out packs/it/syntax.model $(sort $(wildcard $(TREEBANKS)/Italian-PUD/*.conllu))
	bin/parley-train --lang uk --test treebanks/uk/own-held-out.conllu --out packs/uk/syntax.model treebanks/uk/own.conllu treebanks/uk/patterns.conllu
	bin/parley-train --lang ru --out packs/ru/syntax.model $(sort $(wildcard $(TREEBANKS)/Russian-PUD/*.conllu $(TREEBANKS)/Russian-Taiga/*.conllu))
	bin/parley-train --lang ar --out packs/ar/syntax.model $(sort $(wildcard $(TREEBANKS)/Arabic-PUD/*.conllu))
	bin/parley-train --lang tr --out packs/tr/syntax.model $(sort $(wildcard $(TREEBANKS)/Turkish-BOUN/*.conllu $(TREEBANKS)/Turkish-PUD/*.conllu))

score: bin/parley ## measure against a gold set: make score SET=folder
	@test -d "$(SET)" || { echo 'make score needs SET=folder, a gold set'; exit 2; }
	bin/parley score $(SET)

# The command line that docs/parley.svg shows.
PICTURE = read --published 2013-09-29 samples/en-call-sides.txt

picture: bin/parley ## draw docs/parley.svg anew
	bin/parley $(PICTURE) --color always | $(GO) run ./docs/picture 'parley $(PICTURE)' > docs/parley.svg.new
	mv docs/parley.svg.new docs/parley.svg

pages: picture ## write anew what the pages show of the program: tour, tables, picture
	$(GO) test -run 'Tour|LanguageTable' . -update

clean: ## remove what was built
	rm -rf bin
