"""Tests that a command prints a single line of advice if the machine lacks something that the command needs."""

from __future__ import annotations

import io
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest

from evidence.__main__ import main
from tests import ROOT, browser, engines


def run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def venv(folder: Path, *requirements: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["sh", str(ROOT / "scripts" / "venv.sh"), *requirements], cwd=folder, capture_output=True, text=True,
                          check=False, env=os.environ | {"VENV": str(folder / "venv")} | environment)


def stub(folder: Path, body: str) -> str:
    path = folder / "python-stub"
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return str(path)


def one_line(result: subprocess.CompletedProcess[str], *words: str) -> None:
    assert result.returncode != 0
    assert len(result.stderr.strip().splitlines()) == 1, result.stderr
    for word in words:
        assert word in result.stderr


def test_too_old_python(tmp_path):
    old = stub(tmp_path, 'case "$1" in --version) echo "Python 3.11.2";; *) exit 1;; esac')
    one_line(venv(tmp_path, PYTHON=old), "3.11.5 or newer", "Python 3.11.2", "make PYTHON=")


def test_no_python_at_all(tmp_path):
    one_line(venv(tmp_path, PYTHON="no-such-python"), "3.11.5 or newer", "none was found")


def test_no_venv_module(tmp_path):
    without = stub(tmp_path, 'case "$2" in *ensurepip*) exit 1;; *) exit 0;; esac')
    one_line(venv(tmp_path, PYTHON=without), "venv module", "apt install python3-venv")


def in_venv(folder: Path, body: str) -> None:
    (folder / "venv" / "bin").mkdir(parents=True)
    Path(stub(folder / "venv" / "bin", body)).rename(folder / "venv" / "bin" / "python")


def test_venv_of_an_old_python(tmp_path):
    in_venv(tmp_path, "exit 1")
    one_line(venv(tmp_path, PYTHON=stub(tmp_path, "exit 0")), "too old", "rm -rf")


def test_no_network(tmp_path):
    in_venv(tmp_path, f'exec "{sys.executable}" "$@"')
    (tmp_path / "requirements.txt").write_text("a-package-that-nobody-has-installed==1.6.1\n")
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_NO_CACHE_DIR": "1",
               "PIP_CONFIG_FILE": os.devnull, "PIP_EXTRA_INDEX_URL": "", "PIP_FIND_LINKS": ""}
    one_line(venv(tmp_path, "requirements.txt", PYTHON=sys.executable, **nowhere),
             "Check that the network is up", "make command again")


def test_taken_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run(sys.executable, str(ROOT / "scripts" / "port.py"), str(port))
    one_line(result, f"Port {port} is in use", f"make serve PORT={port + 1}")


def test_no_browser_to_be_had(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(browser, "starts", lambda **_: False)
    monkeypatch.setattr(browser, "run", lambda *_: False)
    monkeypatch.setattr(browser, "TRIED", tmp_path / "tried")
    assert browser.ensure() is False
    assert "\n" not in browser.TO_TYPE
    assert "apt install chromium" in browser.TO_TYPE


def test_the_lightest_browser_comes_first_unless_one_is_named(monkeypatch, tmp_path):
    for name in (browser.SHELL, "chromium"):
        (tmp_path / name).touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROME", raising=False)
    assert browser.lightest() == str(tmp_path / browser.SHELL)
    monkeypatch.setenv("CHROME", str(tmp_path / "chromium"))
    assert browser.lightest() == str(tmp_path / "chromium")


def test_pinned_browser_is_preferred_and_downloaded_once(monkeypatch, tmp_path):
    monkeypatch.delenv("CHROME", raising=False)
    monkeypatch.setattr(browser, "TRIED", tmp_path / "tried")
    monkeypatch.setattr(browser, "starts", lambda *, pinned=False: not pinned)
    commands = []
    monkeypatch.setattr(browser, "run", lambda *command: commands.append(command) and False)
    monkeypatch.setattr(browser, "debian", lambda *_: False)
    assert browser.ensure()
    assert browser.ensure()
    assert [command[1:] for command in commands] == [("-m", "playwright", "install", "--only-shell", "chromium")]


def test_pinned_browser_is_used_unless_another_is_named(monkeypatch):
    monkeypatch.setattr(browser, "lightest", lambda: "/another")
    started = []
    playwright = SimpleNamespace(chromium=SimpleNamespace(launch=lambda **how: started.append(how.get("executable_path"))))
    monkeypatch.delenv("CHROME", raising=False)
    browser.launch(playwright)
    monkeypatch.setenv("CHROME", "/another")
    browser.launch(playwright)
    assert started == [None, "/another"]


def test_named_browser_that_is_not_there(monkeypatch):
    monkeypatch.setenv("CHROME", "/no/such/browser")
    assert browser.on_this_machine() is None


def test_missing_engines_are_all_named_with_what_to_install(monkeypatch):
    monkeypatch.delenv("ENGINES", raising=False)
    monkeypatch.setenv("FIREFOX", "/no/such/browser")
    monkeypatch.setattr(engines.webkit.shutil, "which", lambda _: None)
    monkeypatch.setattr(engines, "debian", lambda *_: False)
    firefox, webkit = engines.ensure()
    for line, *words in ((firefox, "apt install firefox-esr", "make test FIREFOX="),
                         (webkit, "WebKitWebDriver", "apt install webkit2gtk-driver", "make test ENGINES=firefox")):
        assert "\n" not in line
        assert all(word in line for word in words), line


def test_font_that_is_wider_than_arial_is_named_with_what_to_install(monkeypatch, tmp_path):
    match = tmp_path / "fc-match"
    monkeypatch.setenv("ENGINES", "firefox")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(engines.Firefox, "lacks", list)
    for family, lines in (("DejaVu Sans", 1), ("Liberation Sans", 0)):
        match.write_text(f"#!/bin/sh\necho {family}\n")
        match.chmod(0o755)
        found = engines.ensure()
        assert len(found) == lines, family
        assert all("apt install fonts-liberation" in line for line in found)


def test_engines_are_left_out_by_name_only(monkeypatch, capsys):
    monkeypatch.setenv("ENGINES", "")
    assert engines.ensure() == []
    assert capsys.readouterr().out.splitlines() == [f"Skipping {name}: ENGINES does not list it." for name in engines.ENGINES]
    monkeypatch.setenv("ENGINES", "firefox safari")
    with pytest.raises(engines.MissingEngineError, match=r"Unknown engine safari: ENGINES accepts only firefox and webkit\."):
        engines.asked()


def test_check_of_good_pages():
    result = run(sys.executable, "-m", "evidence", "check", "docs/massage/safety.md", "page-templates/treatment.md")
    assert result.returncode == 0, result.stdout


def test_check_of_a_bad_page_exits_non_zero_with_places(capsys):
    assert main(["check", "tests/fixtures/bad.md"]) == 1
    assert "tests/fixtures/bad.md:" in capsys.readouterr().out


def test_check_of_no_page(capsys):
    assert main(["check", "docs/none.md"]) == 2
    assert "There is no file" in capsys.readouterr().out


def test_a_command_that_looks_at_all_files_takes_no_names(capsys):
    with pytest.raises(SystemExit):
        main(["hold", "docs/massage/safety.md"])
    assert '"hold" takes no file names' in capsys.readouterr().err


def test_a_terminal_without_utf_8_stops_nothing(monkeypatch):
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(io.BytesIO(), encoding="ascii"))
    assert main(["why", "page-templates/treatment.md"]) == 0
    sys.stdout.flush()
    assert b"rules passed, 0 failed" in sys.stdout.buffer.getvalue()


HALF = 'mkdir -p "$5"\necho half > "$5/index.html"\n'
"""The half-written output of a build that does not finish."""


SIGNALS = [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]


def heard() -> None:
    """Reset the signal handlers to their defaults. A shell cannot trap a signal that was already ignored when the shell started,
    such as SIGHUP under nohup.
    """
    for signals in SIGNALS:
        signal.signal(signals, signal.SIG_DFL)


def building(folder: Path, mkdocs: str, before: str = "site") -> tuple[Path, subprocess.Popen[bytes]]:
    """Create a finished site, and start scripts/build.sh to build a new one. `mkdocs` is the text of a shell script that runs
    instead of MkDocs. Return the folder of the site, and the process.
    """
    good = folder / "site"
    (folder / before).mkdir()
    (folder / before / "index.html").write_text("good")
    fake = folder / "venv" / "bin"
    fake.mkdir(parents=True)
    (fake / "mkdocs").write_text(f"#!/bin/sh\n{mkdocs}")
    (fake / "mkdocs").chmod(0o755)
    return good, subprocess.Popen(["sh", str(ROOT / "scripts" / "build.sh"), str(good)], start_new_session=True,
                                  preexec_fn=heard,  # noqa: PLW1509 (no threads here)
                                  env=os.environ | {"VENV": str(folder / "venv")})


def only_the_good_site(good: Path) -> None:
    assert (good / "index.html").read_text() == "good"
    assert sorted(path.name for path in good.parent.iterdir()) == ["site", "venv"]


def test_failed_build_leaves_the_good_site(tmp_path):
    good, build = building(tmp_path, f"{HALF}exit 1\n")
    assert build.wait() != 0
    only_the_good_site(good)


@pytest.mark.parametrize("signals", SIGNALS)
def test_interrupted_build_leaves_the_good_site(tmp_path, signals):
    good, build = building(tmp_path, f"{HALF}sleep 600\n")
    while not (tmp_path / "site.new" / "index.html").exists():
        assert build.poll() is None
        time.sleep(0.05)
    os.killpg(build.pid, signals)
    assert build.wait(timeout=60) != 0
    only_the_good_site(good)


def test_a_build_that_was_cut_off_between_two_sites_is_repaired_by_the_next(tmp_path):
    good, build = building(tmp_path, "exit 1\n", before="site.old")
    assert build.wait() != 0
    only_the_good_site(good)
