"""mkdocs.yml, as far as the engine needs it, without a builder.

Both builders read the same file. `!ENV [NAME, default]` takes the value of the environment variable, as MkDocs does.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from evidence import ROOT
from evidence.loading import text_files
from evidence.loading.rows import cached_read
from evidence.model.problems import Problem

FILE = ROOT / "mkdocs.yml"

Nav = Sequence[Mapping[str, Any]]
"""As in mkdocs.yml: `Name: file.md`, or `Part: [Name: file.md, …]`."""


class _Loader(yaml.SafeLoader):
    """Safe YAML and `!ENV`."""


def _environment(loader: _Loader, node: yaml.SequenceNode | yaml.ScalarNode) -> Any:
    names = loader.construct_sequence(node) if isinstance(node, yaml.SequenceNode) else [node.value, None]
    return next((os.environ[name] for name in names[:-1] if name in os.environ), names[-1])


_Loader.add_constructor("!ENV", _environment)


@dataclass(frozen=True)
class Settings:
    """What the engine takes from mkdocs.yml."""

    name: str
    description: str
    author: str
    repository: str
    contact: str
    nav: Nav


def settings(path: Path = FILE) -> Settings:
    """The settings, read once for each version of the file."""
    return cached_read(_read, path)[0]


def _read(path: Path) -> tuple[Settings, list[Problem]]:
    data = yaml.load(text_files.read(path)[0], _Loader)  # noqa: S506 (a safe loader with one more tag)
    return Settings(data["site_name"], data["site_description"].strip(), data["site_author"], data.get("repo_url") or "",
                    data.get("extra", {}).get("contact") or "", data["nav"]), []
