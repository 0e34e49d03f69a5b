"""Tests the GitHub workflows. They must pass the linter, pin every action, have minimal permissions, and be safe with pull
requests from forks.
"""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import ROOT

GITHUB = ROOT / ".github"
WORKFLOWS = sorted((GITHUB / "workflows").glob("*.yml"))
FORMS = sorted(path for path in (GITHUB / "ISSUE_TEMPLATE").glob("*.yml") if path.name != "config.yml")
WRITES = {"publish.yml": {"deploy": {"pages", "id-token"}}, "watch.yml": {"tell": {"issues"}}}
"""The only jobs with write permissions, each with its own."""


def load(path: Path) -> dict[str, Any]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    return {("on" if key is True else key): value for key, value in data.items()}  # YAML 1.1 reads the key "on" as True


def jobs() -> list[Any]:
    return [pytest.param(path, name, job, id=f"{path.stem}-{name}")
            for path in WORKFLOWS for name, job in load(path)["jobs"].items()]


def test_linter_finds_nothing():
    linter = Path(sys.executable).with_name("zizmor")
    result = subprocess.run([linter, "--offline", "--persona", "pedantic", "--no-progress", "--quiet", GITHUB],
                            capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("schema", "files"), [
    ("github-workflows", WORKFLOWS), ("github-issue-forms", FORMS),
    ("github-issue-config", [GITHUB / "ISSUE_TEMPLATE" / "config.yml"]),
    ("dependabot", [GITHUB / "dependabot.yml"]), ("citation-file-format", [ROOT / "CITATION.cff"]),
])
def test_files_that_github_reads_keep_to_its_schemas(schema: str, files: list[Path]):
    checker = Path(sys.executable).with_name("check-jsonschema")
    result = subprocess.run([checker, "--builtin-schema", f"vendor.{schema}", *files],
                            capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr


def test_there_are_three():
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml", "watch.yml"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_hash_with_their_version(path: Path):
    used = re.findall(r"^\s*(?:- )?uses:\s*(.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert used
    for line in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", line), line


def test_one_action_one_version():
    used = {match for path in WORKFLOWS for match in re.findall(r"uses:\s*(\S+)@(\w+)", path.read_text(encoding="utf-8"))}
    assert len(used) == len({name for name, _ in used})


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_runs_with_our_rights_on_a_strangers_change(path: Path):
    workflow = load(path)
    assert not {"pull_request_target", "workflow_run", "issue_comment", "issues"} & set(workflow["on"])
    assert workflow["permissions"] == {}
    assert "concurrency" in workflow
    assert "secrets." not in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_job_has_the_least_permissions_and_an_end(path: Path, name: str, job: dict[str, Any]):
    may_write = {what for what, level in job["permissions"].items() if level == "write"}
    assert may_write == WRITES.get(path.name, {}).get(name, set())
    assert set(job["permissions"].values()) <= {"read", "write"}
    assert job["timeout-minutes"] <= 90
    assert not job["runs-on"].endswith("latest")


@pytest.mark.parametrize(("path", "name", "job"), jobs())
def test_job_keeps_no_key_and_puts_no_foreign_words_into_a_command(path: Path, name: str, job: dict[str, Any]):
    for step in job["steps"]:
        assert step.get("name"), "a step has no name"
        if "actions/checkout@" in step.get("uses", ""):
            assert step["with"]["persist-credentials"] is False
        assert "${{" not in step.get("run", "")


def test_only_the_job_that_tells_holds_a_key_and_it_installs_nothing():
    tell = load(GITHUB / "workflows" / "watch.yml")["jobs"]["tell"]
    assert [step["run"] for step in tell["steps"] if "run" in step] == ["python3 -m scripts.watching.issue report/watch.md"]
    result = subprocess.run([sys.executable, "-S", "-c", "import scripts.watching.issue"], cwd=ROOT, capture_output=True,
                            text=True, check=False)
    assert result.returncode == 0, result.stderr  # -S hides installed packages, so success shows that none is needed


def test_proposed_change_runs_the_commands_of_the_readme():
    runs = [step.get("run", "") for job in load(GITHUB / "workflows" / "check.yml")["jobs"].values() for step in job["steps"]]
    for command in ("make check", "make lint", "make unit", "make test", "make build"):
        assert command in runs


def test_jobs_of_a_proposed_change_run_every_test_file_once():
    parts = [part["files"] for part in load(GITHUB / "workflows" / "check.yml")["jobs"]["site"]["strategy"]["matrix"]["part"]]
    ran = [path for part in [*parts, "tests/unit"] for word in part.split() for path in ROOT.glob(word)]
    ran = [file for path in ran for file in ([path] if path.is_file() else path.rglob("test_*.py"))]
    assert sorted(ran) == sorted((ROOT / "tests").rglob("test_*.py"))


def test_what_the_workflows_call_exists():
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    for path in WORKFLOWS:
        text = path.read_text(encoding="utf-8")
        assert set(re.findall(r"\bmake ([a-z]+)", text)) <= targets
        for module in re.findall(r"-m (scripts[.\w]+)", text):
            assert (ROOT / f"{module.replace('.', '/')}.py").is_file()
        for script in re.findall(r"sh (scripts/\w+\.sh)", text):
            assert (ROOT / script).is_file()


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.name)
def test_issue_form_can_be_shown_and_filled_in(path: Path):
    form = load(path)
    assert {"name", "description", "title", "body"} <= form.keys()
    ids = [field["id"] for field in form["body"] if field["type"] != "markdown"]
    assert len(ids) == len(set(ids))
    for field in form["body"]:
        assert field["type"] in {"markdown", "input", "textarea", "dropdown", "checkboxes"}
        assert field["attributes"].get("label") or field["type"] == "markdown"


def test_report_of_harm_is_labelled_and_its_promise_is_the_same_everywhere():
    assert load(GITHUB / "ISSUE_TEMPLATE" / "harm.yml")["labels"] == ["harm"]
    for place in (".github/ISSUE_TEMPLATE/harm.yml", "SECURITY.md", "docs/about/how-this-site-is-made.md",
                  "docs/about/contribute.md"):
        text = (ROOT / place).read_text(encoding="utf-8")
        assert "This could harm somebody" in text, place
        assert re.search(r"within two days", text, re.IGNORECASE), place


def test_contributing_needs_no_special_words():
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## On your own machine")[0]
    assert not re.findall(r"\b(?:git|commit|branch|fork|merge|pull request|push|clone|rebase|repo)\b", text, re.IGNORECASE)


def test_code_owners_name_files_that_exist():
    for line in (GITHUB / "CODEOWNERS").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            pattern, *owners = line.split()
            assert owners
            assert all(owner.startswith("@") for owner in owners)
            assert list(ROOT.glob(pattern.strip("/"))), pattern


def test_packages_and_actions_are_renewed_every_week():
    updates = load(GITHUB / "dependabot.yml")["updates"]
    assert {"uv", "github-actions"} <= {update["package-ecosystem"] for update in updates}
    assert all(update["schedule"]["interval"] == "weekly" and update["groups"] for update in updates)
