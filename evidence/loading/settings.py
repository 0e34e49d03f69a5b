"""Reads the settings in mkdocs.yml without loading MkDocs.

As in MkDocs, `!ENV [NAME, default]` gives the value of an environment variable.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evidence.loading import text_files
from evidence.loading.rows import cached_read
from evidence.model.edition import Edition
from evidence.model.problems import EvidenceError, Problem

Nav = Sequence[Mapping[str, Any]]
"""The navigation, as written in mkdocs.yml: `Name: file.md`, or `Part: [Name: file.md, …]`."""


class _Loader(yaml.SafeLoader):
    """A safe YAML loader that also supports `!ENV`."""


def _environment(loader: _Loader, node: yaml.SequenceNode | yaml.ScalarNode) -> Any:
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value, None]
    return next((os.environ[name] for name in names[:-1] if name in os.environ), names[-1])


_Loader.add_constructor("!ENV", _environment)


@dataclass(frozen=True, eq=False)
class Settings:
    """The settings from mkdocs.yml."""

    name: str
    description: str
    author: str
    repository: str
    contact: str
    language: str
    nav: Nav


def load_settings(edition: Edition) -> Settings:
    """Return the settings for an edition. The file mkdocs.yml is read again only if it has changed.

    Raises:
        EvidenceError: the file cannot be read, or a setting is missing.
    """
    try:
        return cached_read(_read, edition.config)
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        mark = getattr(error, "problem_mark", None)
        said = str(getattr(error, "problem", "") or "a setting is missing or has the wrong form")
        line = mark.line + 1 if mark else 1
        if "\\t" in said:
            problem = Problem(edition.config, line, "The line begins with a tab, which YAML does not allow.",
                              "Use spaces, as on the line above.", "navigation")
        else:
            problem = Problem(edition.config, line, f"The settings cannot be read ({said}).",
                              "Compare this line and the line above it with similar lines, or restore the last good version.",
                              "navigation")
        raise EvidenceError([problem]) from error


def _read(path: Path) -> Settings:
    data = yaml.load(text_files.read(path)[0], _Loader)  # noqa: S506 (a safe loader with one more tag)
    return Settings(data["site_name"], data["site_description"].strip(), data["site_author"], data.get("repo_url") or "",
                    data.get("extra", {}).get("contact") or "", (data.get("theme") or {}).get("language") or "en", data["nav"])
