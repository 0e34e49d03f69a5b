"""The only file that knows MkDocs: an adapter, named under `hooks:` in mkdocs.yml.

MkDocs loads a hook as a file, with only this folder on the path, where `markdown/` would shadow
the library of that name. So the repository's root goes first, and everything imports as
`evidence.…`. What MkDocs gets from here: the Markdown extension, and a build that stops with
every mistake at once, before a page is written.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:] = [str(ROOT), *(entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent)]

from mkdocs.exceptions import Abort  # noqa: E402

from evidence.checks import run  # noqa: E402
from evidence.markdown import EvidenceExtension  # noqa: E402

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Hands the Markdown extension over; an empty SITE_URL means "works anywhere"."""
    config.markdown_extensions.append(EvidenceExtension())
    return config


def on_pre_build(config: MkDocsConfig) -> None:
    """Stops the build with all findings, so that no half-built or silently wrong page appears.

    Raises:
        Abort: something in docs/ is wrong. The message lists every mistake with file and line.
    """
    if os.environ.get("EVIDENCE_CHECKS") == "off":  # the tests build broken pages on purpose
        return
    wrong = [finding for finding in run(dates=False) if not finding.warning]
    if wrong:
        found = "\n".join(str(finding) for finding in wrong)
        raise Abort(f"\n{found}\n\n{len(wrong)} to mend before the site can be built.")
