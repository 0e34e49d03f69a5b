"""Connects the engine to MkDocs. mkdocs.yml lists this file under `hooks:`.

The hook gives our Markdown extension to MkDocs, runs the checks in a second process during the build, and calls
`evidence.exports.finish` after the build. If the build fails, the hook empties the site's folder. MkDocs loads the hook as a
single file, so the hook itself adds the repository to Python's search path.
"""

from __future__ import annotations

import gc
import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

_ROOT = str(Path(__file__).resolve().parents[2])
sys.path[:] = [_ROOT, *(entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent)]

from mkdocs.exceptions import Abort
from mkdocs.utils import clean_directory

from evidence.checks import article, begin, run
from evidence.exports.finish import finish
from evidence.loading import text_files
from evidence.loading.editions import edition, translations
from evidence.markdown import EvidenceExtension, frame_parts
from evidence.markdown.rendering import FOLDER as TEMPLATES
from evidence.model.urls import path_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from jinja2 import Environment
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs.structure.pages import Page as MkDocsPage

    from evidence.model.edition import Edition
    from evidence.model.problems import Problem


def page_of(md: Markdown) -> str:
    """Return the page's path relative to docs/. MkDocs stores this path in one of the Markdown converter's tree processors."""
    files = (getattr(processor, "file", None) for processor in md.treeprocessors)
    return next((str(file.src_uri) for file in files if file is not None and hasattr(file, "src_uri")), "index.md")


class Build:
    """Handles MkDocs's events, and stores the data that later events need."""

    edition: Edition

    def __init__(self) -> None:
        self.target = ""
        """The folder that MkDocs fills, once the build of pages has begun."""
        self.serving = False
        """Whether `mkdocs serve` is running."""
        self.found: Callable[[], list[Problem]] = list
        """Waits for the checks in the second process, and returns the problems that they have found."""
        self.drawn_from: dict[Path, int] = {}
        """The modification times, in ns, of all files from which the pages were last built, except the pages' own sources.
        A preview that rebuilds only what has changed compares them with the files' current times."""

    def on_startup(self, *, command: str, **_: object) -> None:
        """Record whether this is a live preview."""
        self.serving = command == "serve"
        # with Python's default, garbage collection would take 5% of the build time and free almost nothing
        gc.set_threshold(50_000)
        # hide the warning that --dirty may break the navigation, because our navigation is all in mkdocs.yml
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Register the Markdown extension. In a live preview, also rewrite the generated files that templates include."""
        self.edition = edition(config.theme["language"])
        if self.serving:
            # with this setting, templates leave out the Content-Security-Policy, which would block the preview's reload script
            config.extra["serving"] = True
            frame_parts.write(self.edition)
        offline = bool(config.extra.get("offline"))
        extension = EvidenceExtension(self.edition, page_of=page_of, translations=translations(), offline=offline,
                                      folder_of=None if offline or self.serving else path_of)
        # In MkDocs, the type of this list allows only the names of extensions, but Python-Markdown accepts objects.
        config.markdown_extensions.append(extension)  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """In a live preview, rebuild all pages if data or a template has changed. Without this method, the option `--dirty`
        would rebuild only pages whose own files have changed.
        """
        if self.serving:
            places = (Path(config.docs_dir), self.edition.data, self.edition.templates, TEMPLATES, self.edition.words.parent)
            others = (path for place in places for path in text_files.files(place) if path.suffix != ".md")
            stamps = {path: path.stat().st_mtime_ns for path in (*others, Path(config.config_file_path))}
            if stamps != self.drawn_from:
                for file in files.documentation_pages():
                    Path(file.abs_dest_path).unlink(missing_ok=True)
            self.drawn_from = stamps
        return files

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Start the checks in a second process, while MkDocs builds the pages. In a live preview, run the checks in MkDocs's
        own process, because this process does not have to read unchanged files again.

        Raises:
            Abort: the checks of a live preview have found errors. The message lists each error with its file and line.
        """
        if not self.serving:
            self.target = config.site_dir
            self.found = begin(self.edition)
        elif any(problem.wrong for problem in run(self.edition, dates=False, built=False)):
            self.stop(run(self.edition, dates=False))

    def on_build_error(self, error: Exception, **_: object) -> None:
        """Empty the site's folder, so that nobody takes an incomplete site for a complete one. If a fault in the content made the
        build fail, report the problems that the checks have found, and do not show the exception.

        Raises:
            Abort: the checks have found errors.
        """
        if self.target:
            clean_directory(self.target)
        if not isinstance(error, Abort):
            self.stop(self.found())

    def on_page_content(self, html: str, *, page: MkDocsPage, **_: object) -> None:
        """Store the main content of an English page as HTML, for the rules that check it."""
        path = self.edition.docs / page.file.src_uri
        if not any(map(path.is_relative_to, self.edition.apart)):
            article.keep(page.file.src_uri, html, self.edition)

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Check the main content of all pages. Also stop template tags from leaving blank lines behind.

        Raises:
            Abort: the checks have found errors.
        """
        if any(problem.wrong for problem in run(self.edition, dates=False, built=True)):
            self.stop(run(self.edition, dates=False))
        env.trim_blocks = env.lstrip_blocks = True
        return env

    @staticmethod
    def stop(problems: Iterable[Problem]) -> None:
        """Stop the build if any of the problems is an error.

        Raises:
            Abort: at least one problem is an error. The message lists all errors.
        """
        wrong = [problem for problem in problems if problem.wrong]
        if wrong:
            found = "\n".join(str(problem) for problem in wrong)
            raise Abort(f"\n{found}\n\nFix {'this' if len(wrong) == 1 else f'these {len(wrong)} errors'} to build the site.")

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add what MkDocs itself does not build: open data, our search index and files for other programs. Then wait for the
        checks in the second process.

        Raises:
            Abort: the checks have found errors.
        """
        finish(Path(config.site_dir), self.edition, offline=bool(config.extra.get("offline")), serving=self.serving)
        self.stop(self.found())


_BUILD = Build()
on_startup, on_config, on_files, on_env = _BUILD.on_startup, _BUILD.on_config, _BUILD.on_files, _BUILD.on_env
on_pre_build, on_page_content, on_post_build = _BUILD.on_pre_build, _BUILD.on_page_content, _BUILD.on_post_build
on_build_error = _BUILD.on_build_error
