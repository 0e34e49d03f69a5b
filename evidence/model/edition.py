"""Defines the class `Edition`, which describes the site in one language.

All code in the engine takes the paths of folders, the site's address and today's date from an edition. Programs and tests create
editions with `evidence.loading.editions.edition`, and pass them to functions such as `load_dataset(edition)`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path

from evidence.model.urls import path_of


@dataclass(frozen=True)
class Edition:
    """The site in one language. All editions share `data` and `assets`, but each has its own pages and wording."""

    language: str
    """The value of <html lang>: en, es."""
    root: Path
    """The repository, which contains templates, styles and the project's own documents."""
    docs: Path
    """The folder that contains the pages."""
    data: Path
    """The folder that contains the data files. Ids, numbers, keys, dates and grades are the same in every edition."""
    assets: Path
    """The folder that contains pictures, styles and scripts."""
    words: Path
    """The folder that contains the engine's own strings and patterns in this language."""
    config: Path
    """The builders' settings file, mkdocs.yml."""
    address: str
    """The site's address on the web, with a slash at the end; empty if the site works at any address."""
    today: date
    """The date of the run."""
    apart: tuple[Path, ...] = ()
    """Folders inside `docs` that belong to other editions."""

    @property
    def figures(self) -> Path:
        """Return the folder that contains the drawings."""
        return self.assets / "figures"

    @property
    def scripts(self) -> Path:
        """Return the folder that contains the scripts that a page may load."""
        return self.assets / "javascripts"

    @property
    def templates(self) -> Path:
        """Return the folder with our templates, which replace some of the theme's templates."""
        return self.root / "overrides"

    def name_of(self, path: Path) -> str:
        """Return a page's path relative to `docs`, for example massage/safety.md. For a file in another folder, return only the
        file name.
        """
        return path.relative_to(self.docs).as_posix() if path.is_relative_to(self.docs) else path.name

    def address_of(self, name: str) -> str:
        """Return the web address of a page such as `massage/safety.md`, or an empty string if the site has no address."""
        return self.address + path_of(name) if self.address else ""

    def future(self, day: date) -> bool:
        """Return whether a date is in the future. Tomorrow does not count as the future, because it has already begun in
        some time zones.
        """
        return day > self.today + timedelta(days=1)

    def at(self, root: Path) -> Edition:
        """Return this edition for a copy of the repository in the folder `root`. Code and interface strings still come from the
        original repository.
        """
        def moved(path: Path) -> Path:
            return root / path.relative_to(self.root)

        return replace(self, root=root, docs=moved(self.docs), data=moved(self.data), assets=moved(self.assets),
                       config=moved(self.config), apart=tuple(map(moved, self.apart)))
