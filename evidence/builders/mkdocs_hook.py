"""The only file that knows MkDocs: an adapter, named under `hooks:` in mkdocs.yml.

MkDocs loads a hook as a file, with only this folder on the path. So the repository's root goes first,
and everything imports as `evidence.…`. What MkDocs gets from here: the Markdown extension, a build that stops with
every mistake at once, before a page is written, and the call of `evidence.exports.finish`.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

_ROOT = str(Path(__file__).resolve().parents[2])
sys.path[:] = [_ROOT, *(entry for entry in sys.path if Path(entry or ".").resolve() != Path(__file__).parent)]

from mkdocs.exceptions import Abort

from evidence.checks import run
from evidence.exports.finish import finish
from evidence.loading import text_files
from evidence.loading.editions import edition, translations
from evidence.markdown import EvidenceExtension, frame_parts
from evidence.markdown.rendering import FOLDER as TEMPLATES
from evidence.model.urls import path_of

if TYPE_CHECKING:
    from jinja2 import Environment
    from markdown import Markdown
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

    from evidence.model.edition import Edition


def page_of(md: Markdown) -> str:
    """Path of the page inside docs/: MkDocs registers a tree processor that knows the page's file."""
    files = (getattr(processor, "file", None) for processor in md.treeprocessors)
    return next((str(file.src_uri) for file in files if file is not None and hasattr(file, "src_uri")), "index.md")


class Build:
    """What MkDocs tells at one event and is asked for at another. It makes the edition, once a build."""

    edition: Edition

    def __init__(self) -> None:
        self.serving = False
        """Whether `mkdocs serve` runs, which writes its reload script into each page: our policy would forbid it."""
        self.drawn_from: dict[Path, int] = {}
        """What pages were drawn from beside their own text when they were last built, in a preview that builds only what
        changed."""

    def on_startup(self, *, command: str, **_: object) -> None:
        """Records whether this is a live preview."""
        self.serving = command == "serve"
        # MkDocs warns that navigation may be wrong in such a preview. Ours is written by hand, so it is not.
        logging.getLogger("mkdocs.commands.build").addFilter(lambda record: "'dirty' build" not in record.getMessage())

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Registers the Markdown extension. A live preview follows a change of styles, words or numbers in the frame by
        itself."""
        self.edition = edition(config.theme["language"])
        if self.serving:
            config.extra["serving"] = True  # its reload script is inside each page, where the policy would forbid it
            frame_parts.write(self.edition)
        offline = bool(config.extra.get("offline"))
        extension = EvidenceExtension(self.edition, page_of=page_of, translations=translations(), offline=offline,
                                      folder_of=None if offline or self.serving else path_of)
        # MkDocs declares a list of names, and hands it to Python-Markdown, which takes instances too.
        config.markdown_extensions.append(extension)  # type: ignore[arg-type]
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """In a preview that builds only pages that changed (`--dirty`), builds all of them when data or a template changed."""
        if self.serving:
            places = (Path(config.docs_dir), self.edition.data, self.edition.templates, TEMPLATES, self.edition.words.parent)
            others = (path for place in places for path in text_files.files(place) if path.suffix != ".md")
            stamps = {path: path.stat().st_mtime_ns for path in (*others, Path(config.config_file_path))}
            if stamps != self.drawn_from:
                for file in files.documentation_pages():
                    Path(file.abs_dest_path).unlink(missing_ok=True)
            self.drawn_from = stamps
        return files

    def on_env(self, env: Environment, **_: object) -> Environment:
        """Leaves out the blank lines that tags of the templates would leave: 0.15 kB of each page, compressed."""
        env.trim_blocks = env.lstrip_blocks = True
        return env

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Stops the build with all problems, so that no half-built or silently wrong page appears.

        Raises:
            Abort: something in docs/ is wrong. The message lists every mistake with file and line.
        """
        wrong = [problem for problem in run(self.edition, dates=False) if not problem.warning]
        if wrong:
            found = "\n".join(str(problem) for problem in wrong)
            raise Abort(f"\n{found}\n\nFix {'this' if len(wrong) == 1 else f'these {len(wrong)} errors'} to build the site.")

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Completes the site."""
        finish(Path(config.site_dir), self.edition, offline=bool(config.extra.get("offline")), serving=self.serving)


_BUILD = Build()
on_startup, on_config, on_files, on_env = _BUILD.on_startup, _BUILD.on_config, _BUILD.on_files, _BUILD.on_env
on_pre_build, on_post_build = _BUILD.on_pre_build, _BUILD.on_post_build
