# The one list of commands. `make` alone prints it.

PORT ?= 8000
VENV ?= .venv
ARGS ?=
ENGINES ?= firefox webkit
PAGE ?=
export VENV
export ENGINES
export NO_MKDOCS_2_WARNING = 1

# A repository's address as people copy it: without the slash or .git at its end.
ifdef REPO_URL
override REPO_URL := $(patsubst %.git,%,$(patsubst %/,%,$(REPO_URL)))
export REPO_URL
endif

python := $(VENV)/bin/python
site_ready := $(VENV)/.site-ready
tests_ready := $(VENV)/.tests-ready

.PHONY: help serve build figures handouts offline check fix why review watch bench lighthouse lint lock test engines listen fuzz clean

# Prints each command below with the words behind its ##.
help:
	@sed -n 's/^\([a-z]*\):[^#]*## *\(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name words; do printf '%-16s %s\n' "$$name" "$$words"; done

serve: $(site_ready)  ## read the site here, with live reload (PORT=8001 for another port)
	@$(python) scripts/port.py $(PORT)
	@$(VENV)/bin/mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

build: $(site_ready)  ## build it into site/
	@sh scripts/build.sh site
	@echo "The site is in site/."

figures: $(site_ready)  ## draw the pictures again, from figures/ (ARGS='cover disc' for some)
	@$(python) -m figures $(ARGS)

handouts: $(tests_ready)  ## build it into site/, with the leaflets as PDFs
	@$(python) -m tests.browser
	@HANDOUT_PDFS=true sh scripts/build.sh site
	@echo "The site is in site/; each leaflet's PDFs stand beside its page in site/try/handouts/."

offline: $(site_ready)  ## pack it into dist/, to read from a folder without a network
	@$(python) -m scripts.offline dist

check: $(site_ready)  ## check the content: no browser, some seconds (ARGS=docs/page.md for one page)
	@$(python) -m evidence check $(ARGS)
	@$(python) -m evidence grades $(ARGS)

fix: $(site_ready)  ## mend what needs no judgement: invisible characters, encodings, line ends (ARGS=docs/page.md for one page)
	@$(python) -m evidence fix $(ARGS)

why: $(site_ready)  ## every rule for one page, with a tick or a cross (PAGE=docs/massage/safety.md)
	@$(python) -m evidence why $(PAGE)

review: $(site_ready)  ## the sheet on which a health professional reviews a page, into dist/ (PAGE=docs/massage/safety.md)
	@$(python) -m evidence review $(PAGE)

watch: $(site_ready)  ## ask the web: dead links, retracted papers, pages due (minutes; ARGS='--only pages' for a part)
	@$(python) -m scripts.watch $(ARGS)

bench: $(tests_ready)  ## first paint, bytes and build time beside stock Material and bare pages (half an hour)
	@$(python) -m tests.browser
	@$(python) -m scripts.bench.pages
	@$(python) -m scripts.bench.taps
	@$(python) -m scripts.bench.builds

lighthouse: $(tests_ready)  ## Lighthouse over every page, as on a phone (ARGS='massage/safety/ questions/' for some)
	@$(python) -m tests.browser
	@$(python) -m scripts.bench.lighthouse $(ARGS)

test: $(tests_ready)  ## run every test
	@$(python) -m tests.browser
	@$(python) -m tests.engines
	@$(MAKE) --no-print-directory lint
	@$(python) -m pytest $(ARGS)

lint: $(tests_ready)  ## style, types and spelling of code and prose: seconds
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/typos
	@$(VENV)/bin/oxlint --quiet docs/assets/javascripts

engines: $(tests_ready)  ## every page in Firefox and WebKit, of which make test opens one of each kind (minutes)
	@$(python) -m tests.engines
	@$(python) -m pytest --every-page $(ARGS) tests/site/test_engines.py

# What a reader who cannot see hears: Orca reads Firefox, without a screen or a voice. Before each release.
listen: $(tests_ready)  ## let the screen reader Orca read one page of each kind and each tool (minutes; ARGS=--keep to keep it)
	@$(python) -m tests.engines.orca
	@$(python) -m pytest --listen -n 0 $(ARGS) tests/site/test_heard.py

# Readers of files against made-up ones, as long as it is let: HOURS=1. The suite does a short part of it.
fuzz: $(tests_ready)  ## read made-up files for an hour (HOURS=2 for longer): never a traceback, never over 2 seconds
	@FUZZ_SECONDS=$$(( $(or $(HOURS),1) * 3600 )) $(python) -m pytest tests/unit/test_fuzz.py -n 0 -p no:cacheprovider

# What is asked for stands in the .in files. uv is fetched for this command only.
lock: $(site_ready)  ## pin the packages again, with hashes, after a change of requirements.in (ARGS=--upgrade for newer ones)
	@$(python) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@PATH="$(abspath $(VENV))/bin:$$PATH" sh scripts/lock.sh $(ARGS)

# Only what was made here: VENV may name a folder that belongs to others.
clean:  ## remove everything that was made here
	rm -rf .venv dist site site.new site.old .cache .pytest_cache .ruff_cache

$(site_ready): requirements.txt scripts/venv.sh
	@sh scripts/venv.sh requirements.txt
	@touch $@

$(tests_ready): $(site_ready) tests/requirements.txt
	@sh scripts/venv.sh tests/requirements.txt
	@touch $@
