# The commands of the project. `make` without a command lists them.

PORT ?= 8000
VENV ?= .venv
ARGS ?=
ENGINES ?= firefox webkit
PAGE ?=
export VENV
export ENGINES
export NO_MKDOCS_2_WARNING = 1
# Keep compiled Python, even where the environment says otherwise: the tests start Python more than a hundred times.
unexport PYTHONDONTWRITEBYTECODE

# People often copy a repository's address with a final slash or .git, which this removes.
ifdef REPO_URL
override REPO_URL := $(patsubst %.git,%,$(patsubst %/,%,$(REPO_URL)))
export REPO_URL
endif

python := $(VENV)/bin/python
site_ready := $(VENV)/.site-ready
tests_ready := $(VENV)/.tests-ready

.PHONY: help serve build figures handouts offline check approved fix why review watch bench lighthouse lint lock test unit engines listen fuzz clean

# Prints each command below with the text after its ##.
help:
	@sed -n 's/^\([a-z]*\):[^#]*## *\(.*\)/make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | while IFS='|' read -r name words; do printf '%-16s %s\n' "$$name" "$$words"; done

serve: $(site_ready)  ## read the site here, with live reload (PORT=8001 for another port)
	@$(python) scripts/port.py $(PORT)
	@echo "Building all pages. The address appears when they are ready."
	@$(VENV)/bin/mkdocs serve --dirty --dev-addr 127.0.0.1:$(PORT)

build: $(site_ready)  ## build the site into site/
	@sh scripts/build.sh site
	@echo "The site is in site/."

figures: $(site_ready)  ## redraw the pictures from figures/ (ARGS='cover disc' for only these)
	@$(python) -m figures $(ARGS)

handouts: $(tests_ready)  ## build the site into site/, with the leaflets as PDFs
	@$(python) -m tests.browser
	@HANDOUT_PDFS=true sh scripts/build.sh site
	@echo "The site is in site/; each leaflet's PDFs are beside its page in site/try/handouts/."

offline: $(site_ready)  ## pack the site into dist/, to read from a folder without a network
	@$(python) -m scripts.offline dist

check: $(site_ready)  ## check the content: half a minute for all pages, a few seconds for one (ARGS=docs/page.md)
	@$(if $(ARGS),$(python) -m evidence grades $(ARGS))
	@$(python) -m evidence check $(ARGS)

approved: $(site_ready)  ## list the changes that somebody responsible for safety still has to approve
	@$(python) -m evidence approved

fix: $(site_ready)  ## fix what can be fixed automatically: invisible characters, encodings, line endings (ARGS=docs/page.md for one page)
	@$(python) -m evidence fix $(ARGS)

why: $(site_ready)  ## list every rule for one page, with a tick or a cross (PAGE=docs/massage/safety.md)
	@$(python) -m evidence why $(PAGE)

review: $(site_ready)  ## write a page's review sheet for a health professional to dist/ (PAGE=docs/massage/safety.md)
	@$(python) -m evidence review $(PAGE)

watch: $(site_ready)  ## find dead links, retracted papers and pages due for a check (minutes; ARGS='--only pages' for only that part)
	@$(python) -m scripts.watch $(ARGS)

bench: $(tests_ready)  ## compare speed and build time with an unchanged Material and with minimal pages (half an hour)
	@$(python) -m tests.browser
	@$(python) -m scripts.bench.pages
	@$(python) -m scripts.bench.taps
	@$(python) -m scripts.bench.builds

lighthouse: $(tests_ready)  ## run Lighthouse on every page, simulating a phone (ARGS='massage/safety/ questions/' for only these)
	@$(python) -m tests.browser
	@$(python) -m scripts.bench.lighthouse $(ARGS)

test: $(tests_ready)  ## run every test
	@$(python) -m tests.browser
	@$(python) -m tests.engines
	@$(MAKE) --no-print-directory lint
	@$(python) -m pytest $(ARGS)

unit: $(tests_ready)  ## run only the unit tests: less than a minute, without a build or a browser
	@$(python) -m pytest -n 2 $(ARGS) tests/unit

lint: $(tests_ready)  ## check the code's style and types, and the spelling of all files (seconds)
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/mypy
	@$(VENV)/bin/typos
	@$(VENV)/bin/oxlint --quiet docs/assets/javascripts

engines: $(tests_ready)  ## open every page in Firefox and WebKit (minutes); make test opens one page of each layout
	@$(python) -m tests.engines
	@$(python) -m pytest --every-page $(ARGS) tests/site/test_engines.py

# Tests what a blind reader hears. Orca reads pages in Firefox, without a display or sound. Run this before each release.
listen: $(tests_ready)  ## let the screen reader Orca read one page of each layout and each tool (minutes; ARGS=--keep saves what it says)
	@$(python) -m tests.engines.orca
	@$(python) -m pytest --listen -n 0 $(ARGS) tests/site/test_heard.py

# Gives generated files to the code that reads our files, for HOURS hours. `make test` runs a short version of this.
fuzz: $(tests_ready)  ## read generated files for an hour: none may cause a traceback or take more than 2 seconds (HOURS=2 for two hours)
	@FUZZ_SECONDS=$$(( $(or $(HOURS),1) * 3600 )) $(python) -m pytest tests/unit/test_fuzz.py -n 0 -p no:cacheprovider

# The .in files list the packages that we need. Only this command needs uv.
lock: $(site_ready)  ## pin all packages again, with hashes, after a change to requirements.in (ARGS=--upgrade for newer ones)
	@$(python) -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@PATH="$(abspath $(VENV))/bin:$$PATH" sh scripts/lock.sh $(ARGS)

# Removes only the default folders, because other projects may use the folder in VENV.
clean:  ## remove everything that these commands made
	rm -rf .venv dist site site.new site.old .cache .pytest_cache .ruff_cache

$(site_ready): requirements.txt scripts/venv.sh
	@sh scripts/venv.sh requirements.txt
	@touch $@

$(tests_ready): $(site_ready) tests/requirements.txt
	@sh scripts/venv.sh tests/requirements.txt
	@touch $@
