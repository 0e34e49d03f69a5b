"""Command line: `python -m evidence check [pages]`, `python -m evidence grades [pages]`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from evidence import ROOT
from evidence.checks import run


def check(paths: list[Path]) -> int:
    """Prints every finding and a count. Exit code 1 where something must be mended."""
    missing = [path for path in paths if not path.is_file()]
    if missing:
        print("\n".join(f"{path}: there is no such page. Give a path such as docs/massage/safety.md." for path in missing))
        return 2
    findings = run(paths)
    for finding in findings:
        print(finding)
    wrong = [finding for finding in findings if not finding.warning]
    warnings = len(findings) - len(wrong)
    print(f"{len(wrong)} to mend, {warnings} to think about." if findings else "Everything is in order.")
    return 1 if wrong else 0


def grades(paths: list[Path]) -> int:
    """Prints the reading grade of each page: a report, never a gate."""
    from evidence.readability import report  # noqa: PLC0415

    print(report(paths))
    return 0


def main(arguments: list[str] | None = None) -> int:
    """Runs a command."""
    parser = argparse.ArgumentParser(prog="python -m evidence", description=__doc__)
    parser.add_argument("command", choices=("check", "grades"))
    parser.add_argument("pages", nargs="*", type=lambda text: Path(text) if Path(text).is_absolute() else ROOT / text)
    given = parser.parse_args(arguments)
    return {"check": check, "grades": grades}[given.command](given.pages)


if __name__ == "__main__":
    sys.exit(main())
