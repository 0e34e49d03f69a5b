"""Packs the site into dist/massage-for-back-pain-offline.zip. Readers can unpack this file and use the site without a network.

The site is built with offline.yml, so that links lead to files and the search index is a script. Browsers restrict pages that are
opened from a folder. So the search runs in an iframe (iframe-worker.js) instead of a web worker, and JavaScript modules are
joined into plain scripts. Files that only a web server needs are left out. The same sources always produce exactly the same zip
file.

    python -m scripts.offline dist
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAME = "massage-for-back-pain"
SCRIPTS = Path("assets", "javascripts")
LEFT_OUT = ("404.html", "sitemap.xml", "sitemap.xml.gz", "search/search_index.json")
DATE = (1980, 1, 1, 0, 0, 0)
README = """Massage for Back Pain, to read without a network

Unpack the whole folder, then open index.html in a browser. Nothing is sent anywhere.
Each page says when it was checked. Get a newer copy from time to time.
"""

IMPORT = re.compile(r'^import \{[^}]*\} from "\./([\w-]+\.js)"\n', re.MULTILINE)
EXPORT = re.compile(r"^export (?=(?:async )?function |const |class )", re.MULTILINE)


def joined(name: str, sources: dict[str, str], seen: set[str]) -> str:
    """Return the source code of a JavaScript module, preceded by the code of all modules that it imports. Each module is included
    once.
    """
    if name in seen:
        return ""
    seen.add(name)
    text = sources[name]
    before = "".join(joined(other, sources, seen) for other in IMPORT.findall(text))
    return before + EXPORT.sub("", IMPORT.sub("", text)).strip() + "\n"


def plain_scripts(sources: dict[str, str]) -> dict[str, str]:
    """Turn JavaScript modules into plain scripts, each with its own scope. Scripts that are not modules are returned unchanged.

    Raises:
        ValueError: a module contains an unsupported kind of import or export.
    """
    plain = {}
    for name, text in sources.items():
        if IMPORT.search(text) or EXPORT.search(text):
            body = joined(name, sources, set())
            if fault := re.search(r"^(?:import|export)\b.*|\bimport\(.*", body, re.MULTILINE):
                raise ValueError(f"{name} cannot be packed because of `{fault[0]}`. At the start of a line, write imports as "
                                 '`import { name } from "./file.js"`, and exports as `export function name()`.')
            plain[name] = f'(() => {{\n"use strict"\n{body}}})()\n'
        else:
            plain[name] = text
    return plain


def build(site: Path) -> None:
    """Build a version of the site that works when it is opened from a folder.

    Raises:
        SystemExit: the build failed. MkDocs has printed the reason.
    """
    mkdocs = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "--config-file", str(ROOT / "offline.yml"),
              "--site-dir", str(site)]
    if subprocess.run(mkdocs, check=False, cwd=ROOT, env=os.environ | {"HANDOUT_PDFS": "false"}).returncode:
        sys.exit("The offline copy could not be built. The errors are above.")
    own = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "docs" / SCRIPTS).glob("*.js")}
    for name, text in plain_scripts(own).items():
        (site / SCRIPTS / name).write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "scripts" / "iframe-worker.js", site / SCRIPTS)
    for unwanted in LEFT_OUT:
        (site / unwanted).unlink(missing_ok=True)
    (site / "README.txt").write_text(README, encoding="utf-8")


def pack(site: Path, target: Path) -> None:
    """Pack a folder into a zip file. The entries are sorted and have a fixed date, so the same files always give the same zip
    file.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{NAME}/{path.relative_to(site).as_posix()}", DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())


def main(folder: Path) -> None:
    """Build the site, and pack it into a zip file in `folder`."""
    target = folder / f"{NAME}-offline.zip"
    with tempfile.TemporaryDirectory() as temporary:
        site = Path(temporary, NAME)
        build(site)
        pack(site, target)
    print(f"The site was packed into {target} ({target.stat().st_size / 1e6:.1f} MB). Unpack this file, then open index.html.")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
