"""Opens, updates or closes the GitHub issue of the weekly watch. The issue is closed when there is nothing left to report.

The issue is recognised by an HTML comment in its text and by its author, which is the workflow itself. Issues by other authors
are never changed, even if they contain the same HTML comment.

    GITHUB_TOKEN=... GITHUB_REPOSITORY=owner/name python -m scripts.watching.issue report.md
"""

from __future__ import annotations

import json
import os
import re
import sys
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import Any

MARK = "<!-- weekly-watch -->"
TITLE = "Weekly watch: what to look at"
AUTHOR = "github-actions[bot]"
LONGEST = 60_000
"""Maximum number of characters in an issue. GitHub's own limit is 65,536."""


FIRST_LINE = re.compile(r"\A<!-- problems: (\d+) -->\n")


def findings_line(count: int) -> str:
    """Return the first line of a report, which gives the number of problems."""
    return f"<!-- problems: {count} -->\n"


class RefusedError(Exception):
    """Raised if GitHub refused a request or could not be reached."""


@dataclass
class Issues:
    """A client for the issues of one GitHub repository."""

    api: str
    repository: str
    token: str
    timeout: float = 30

    def _call(self, method: str, path: str, data: dict[str, Any] | None = None) -> Any:
        request = urllib.request.Request(  # noqa: S310 (the address is GitHub's own, from the workflow)
            f"{self.api}/repos/{self.repository}/{path}", method=method, data=json.dumps(data).encode() if data else None,
            headers={"Authorization": f"Bearer {self.token}", "Accept": "application/vnd.github+json",
                     "Content-Type": "application/json", "User-Agent": "weekly-watch", "X-GitHub-Api-Version": "2022-11-28"})
        try:
            with urllib.request.urlopen(request, timeout=self.timeout) as reply:  # noqa: S310 (GitHub's own address)
                return json.loads(reply.read() or b"null")
        except urllib.error.HTTPError as error:
            with error:
                raise RefusedError(f"GitHub answered {error.code} to {method} {path}") from None
        except (OSError, ValueError) as error:
            raise RefusedError(f"GitHub could not be reached ({error})") from None

    def ours(self) -> dict[str, Any] | None:
        """Return the open issue of the weekly watch, or None if there is no open issue."""
        found = self._call("GET", "issues?state=open&creator=github-actions%5Bbot%5D&per_page=100")
        return next((issue for issue in found or [] if isinstance(issue, dict) and MARK in (issue.get("body") or "")
                     and (issue.get("user") or {}).get("login") == AUTHOR and "pull_request" not in issue), None)

    def tell(self, text: str, count: int) -> str:
        """Open, update or close the issue. Return a sentence that says what was done."""
        body = f"{MARK}\n{text}"
        if len(body) > LONGEST:
            body = body[:LONGEST].rsplit("\n", 1)[0] + "\n\nThe rest was too long for one issue."
        issue = self.ours()
        if issue is None:
            if not count:
                return "Nothing to report, and no open issue."
            made = self._call("POST", "issues", {"title": TITLE, "body": body})
            return f"Opened issue {made.get('number')}."
        number = issue["number"]
        if not count:
            self._call("PATCH", f"issues/{number}", {"body": body, "state": "closed", "state_reason": "completed"})
            return f"Closed issue {number}."
        if issue.get("body") == body:
            return f"Issue {number} is already up to date."
        self._call("PATCH", f"issues/{number}", {"body": body})
        return f"Updated issue {number}."


def main(arguments: list[str] | None = None) -> int:
    """Write the report of the weekly watch into its issue on GitHub."""
    given = sys.argv[1:] if arguments is None else arguments
    unset = [name for name in ("GITHUB_REPOSITORY", "GITHUB_TOKEN") if not os.environ.get(name)]
    if len(given) != 1 or unset:
        print(f"Set these environment variables first: {', '.join(unset)}" if unset else "Give the path to one report file.",
              file=sys.stderr)
        return 2
    path = Path(given[0])
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    first = FIRST_LINE.match(text)
    if not first:
        print(f"{path} is not a report of the weekly watch. To write a report, run: python -m scripts.watch --out {path}",
              file=sys.stderr)
        return 2
    try:
        issues = Issues(os.environ.get("GITHUB_API_URL", "https://api.github.com"), os.environ["GITHUB_REPOSITORY"],
                        os.environ["GITHUB_TOKEN"])
        print(issues.tell(text[first.end():], int(first[1])))
    except RefusedError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
