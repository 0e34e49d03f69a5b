"""Runs a command: `python -m evidence check [files]`, `fix [files]`, `why file`, `grades [pages]`, `unclaimed [pages]`, `frame`,
`approved`, `hold`, `review page` or `finish SITE`.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from urllib.parse import urlsplit

from evidence.checks import run
from evidence.loading.editions import FIRST, edition, languages
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError

UNREAD = {"yaml", "data", "references"}
"""Rules about the form of data. A row that breaks one of these rules is not read, so no other rule can check it."""

DATA_FILES = {".yml", ".csv", ".bib"}


def check(here: Edition, paths: list[Path]) -> int:
    """Print every problem and the number of problems. Return exit code 1 if there is an error, or 2 if a file does not exist.

    A change that only has to be approved is not an error, so that contributors can finish and preview their work.
    """
    if absent(paths):
        return 2
    problems = run(here, paths)
    for problem in problems:
        print(problem)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problem.annotation)
    wrong = [problem for problem in problems if problem.wrong]
    warnings, waiting = sum(problem.warning for problem in problems), sum(problem.waits for problem in problems)
    print(f"{_count(len(wrong), 'error')}, {_count(warnings, 'warning')}." if wrong or warnings else "No problems found.")
    if waiting:
        print(f"{_count(waiting, 'change')} must be approved by somebody responsible for safety. Leave your words as they are, "
              "and say in the pull request what changed and why.")
    if paths and all(path.suffix == ".md" for path in paths):
        print("Only the rules for single pages ran. Before you send the change, check everything: make check")
    if unread := sorted({problem.place for problem in wrong if problem.rule in UNREAD and problem.path.suffix in DATA_FILES}):
        print(f"{', '.join(unread)} could not be read completely. Some rules need this data. "
              "So fix the errors above, and then run the checks again.")
    return 1 if wrong else 0


def approved(here: Edition, _paths: list[Path]) -> int:
    """Print each change that somebody responsible for safety still has to approve. Return exit code 1 if there are any."""
    waiting = [problem for problem in run(here) if problem.waits]
    for problem in waiting:
        print(problem)
        if os.environ.get("GITHUB_ACTIONS") == "true":
            print(problem.annotation)
    if waiting:
        print(f"{_count(len(waiting), 'change')} must be approved. Somebody responsible for safety (see .github/CODEOWNERS) must "
              'read each change, and then run: python -m evidence hold')
    else:
        print("All words that safety depends on are approved.")
    return 1 if waiting else 0


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def absent(paths: list[Path]) -> bool:
    """Print a message for each file that does not exist. Return whether any file is missing."""
    missing = [path for path in paths if not path.is_file()]
    for path in missing:
        print(f"There is no file {path}. Give a path such as docs/massage/safety.md.")
    return bool(missing)


def why(here: Edition, paths: list[Path]) -> int:
    """For each file, print all rules that apply, each with a tick if the file passes or a cross if it fails. Return exit code 1
    if a file contains an error.
    """
    from evidence.checks.reports.why import report

    if not paths:
        print("Name a page, for example: make why PAGE=docs/massage/safety.md")
        return 2
    if absent(paths):
        return 2
    return max(report(path, here) for path in paths)


def grades(here: Edition, paths: list[Path]) -> int:
    """Print the reading grade (the school year) of each given page or, if no files are given, of every page."""
    from evidence.checks.reports.readability import report

    found = [path for path in paths if path.suffix == ".md" and path.is_file()]
    if found or not paths:
        print(report(found, here))
    return 0


def unclaimed(here: Edition, paths: list[Path]) -> int:
    """Print each sentence that states an effect but shares no source with any claim in claims.yml."""
    from evidence.checks.certainty import without_claims
    from evidence.checks.rules import Site

    found = [problem for problem in without_claims(Site.of(here)) if not paths or problem.path in paths]
    print("\n".join(map(str, found)) or "Every sentence about an effect cites at least one source that a claim cites too.")
    return 0


def fix(here: Edition, paths: list[Path]) -> int:
    """Correct encodings and line endings, and remove invisible characters. If no files are given, correct all content."""
    from evidence.checks.reports.fix import KINDS
    from evidence.checks.reports.fix import fix as fix_files
    from evidence.loading import text_files

    if absent(paths):
        return 2
    changed = fix_files(paths or text_files.files(here.docs, *KINDS))
    print("\n".join(f"{path}: fixed. Please review the changes." for path in changed) or "There is nothing to fix.")
    return 0


def frame(here: Edition, _paths: list[Path]) -> int:
    """Write the generated files that the templates include, such as the styles and the strip of emergency numbers."""
    from evidence.markdown.frame_parts import write

    print("\n".join(str(path.relative_to(here.root)) for path in write(here)) or "All generated parts are up to date.")
    return 0


def hold(here: Edition, _paths: list[Path]) -> int:
    """Record a hash of all wording about safety. Run this command only after somebody responsible for safety has approved the
    wording.
    """
    from evidence.checks.held import without_redirect, write
    from evidence.checks.rules import Site

    site = Site.of(here)
    if site.dataset.problems:
        print("\n".join(map(str, site.dataset.problems)))
        return 1
    if gone := without_redirect(site):
        print("\n".join(f"docs/{name} is gone. Name its old address in docs/data/moved.yml, with the page that readers need now, "
                         "or restore it. Then run this again." for name in gone))
        return 1
    print("\n".join(write(site)) or "No digest has changed.")
    return 0


def review(here: Edition, paths: list[Path]) -> int:
    """Write a review sheet for each given page into the folder dist/. A maintainer can print the sheets or send them to
    reviewers.
    """
    from evidence.checks.article import html as article
    from evidence.exports import review_sheets
    from evidence.loading.pages import read

    if not paths or not all(path.is_relative_to(here.docs) and path.suffix == ".md" for path in paths):
        print("Name a page, for example: make review PAGE=docs/massage/safety.md")
        return 2
    if absent(paths):
        return 2
    for path in paths:
        source, problems = read(path)
        if source.meta is None:
            print("\n".join(map(str, problems)))
            return 1
        name = here.name_of(path)
        made = review_sheets.html(name, source.meta, article("\n".join(source.lines), name, here), here)
        target = here.root / "dist" / f"review-{name.removesuffix('.md').replace('/', '-')}.html"
        target.parent.mkdir(exist_ok=True)
        target.write_text(made, encoding="utf-8")
        print(f"Open {target.relative_to(here.root)} in a browser, and print it from there.")
    if urlsplit(here.address).hostname in ("127.0.0.1", "localhost"):
        print(f"Do not send the sheet yet: its links point to {here.address}, which nobody else can open.",
              "Set the environment variable SITE_URL to the site's address, and run this command again.")
    return 0


def complete(here: Edition, folders: list[Path]) -> int:
    """Add open data, our search index and files for other programs to a site that MkDocs or Zensical has built."""
    from evidence.exports.finish import UnfinishedError, finish

    if len(folders) != 1:
        print("Name the folder of the built site, for example: python -m evidence finish site")
        return 2
    try:
        finish(folders[0], here)
    except UnfinishedError as fault:
        print(fault)
        return 1
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Run the command in `arguments`, or in sys.argv, and return its exit code."""
    parser = argparse.ArgumentParser(prog="python -m evidence", description=__doc__)
    commands = {"check": check, "fix": fix, "why": why, "grades": grades, "unclaimed": unclaimed, "frame": frame,
                "approved": approved, "hold": hold, "review": review, "finish": complete}
    parser.add_argument("command", choices=commands)
    parser.add_argument("pages", nargs="*", type=Path)
    parser.add_argument("--language", choices=languages(), default=FIRST,
                        help="the language of the edition (default: %(default)s)")
    given = parser.parse_args(arguments)
    if given.pages and given.command in ("frame", "approved", "hold"):
        parser.error(f'"{given.command}" takes no file names, because it always looks at all files.')
    for stream in (sys.stdout, sys.stderr):  # a terminal without UTF-8 prints ? instead of a tick
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    here = edition(given.language)
    try:
        # joining the root and an absolute path returns the absolute path
        return commands[given.command](here, [here.root / path for path in given.pages])
    except EvidenceError as fault:
        print(fault)
        return 1
    except BrokenPipeError:  # the program that reads our output, such as `head`, has closed the pipe
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


if __name__ == "__main__":
    sys.exit(main())
