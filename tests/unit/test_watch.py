"""Tests the weekly watch, which finds dead links and retracted papers. A local server replaces all other sites, so no request
leaves the machine.
"""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator
from email.utils import formatdate
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.error import URLError
from urllib.parse import unquote

import pytest

from scripts import watch
from scripts.watching import issue, report
from scripts.watching.crossref import Crossref
from scripts.watching.issue import MARK, Issues
from scripts.watching.web import State, Web, retry_after
from tests import EDITION

TITLE = "Massage for low back pain"


def work(title=TITLE, **more):
    return 200, {}, json.dumps({"status": "ok", "message": {"title": [title], **more}})


def notice(kind, source="retraction-watch"):
    return {"updated-by": [{"type": kind, "source": source, "DOI": "10.1/notice", "label": kind.title()}]}


ANSWERS = {
    "/fine": (200, {}, "hello"),
    "/gone": (404, {}, ""),
    "/never-again": (410, {}, ""),
    "/shut": (403, {}, ""),
    "/broken": (500, {}, ""),
    "/busy": (429, {"Retry-After": "7"}, ""),
    "/for-good": (301, {"Location": "/fine"}, ""),
    "/for-now": (302, {"Location": "/fine"}, ""),
    "/mixed": (301, {"Location": "/for-now"}, ""),
    "/to-gone": (301, {"Location": "/gone"}, ""),
    "/to-front": (302, {"Location": "/"}, ""),
    "/": (200, {}, "front"),
    "/slash": (301, {"Location": "/slash/"}, ""),
    "/slash/": (200, {}, ""),
    "/round": (302, {"Location": "/and-round"}, ""),
    "/and-round": (302, {"Location": "/round"}, ""),
    "/nowhere": (302, {}, ""),
    "/to-file": (302, {"Location": "file:///etc/passwd"}, ""),
    "/umlaut-ü": (200, {}, ""),
    "/works/10.1/good": work(),
    "/works/10.1/cased": work("MASSAGE for <i>Low-Back</i> Pain!"),
    "/works/10.1/subtitle": work("Massage", subtitle=["for low back pain"]),
    "/works/10.1/other": work("Growing tomatoes in the far north"),
    "/works/10.1/retracted": work(**notice("retraction")),
    "/works/10.1/concern": work(**notice("expression-of-concern", "publisher")),
    "/works/10.1/marked": work(f"RETRACTED: {TITLE}"),
    "/works/10.1/corrected": work(**notice("correction")),
    "/works/10.1/newer": work(**notice("new_version")),
    "/works/10.1/strange": work(**{"updated-by": [None, {"type": ["x"]}, {"type": "poem"}], "original-title": 3},
                                    subtitle="text"),
    "/works/10.1/notice-itself": work(**{"update-to": [{"type": "retraction", "DOI": "10.1/x"}]}),
    "/works/10.1/garbage": (200, {}, "<html>sorry"),
    "/works/10.1/deep": (200, {}, "[" * 100_000),
    "/works/10.1/list": (200, {}, "[1, 2]"),
    "/works/10.1/empty": (200, {}, json.dumps({"message": None})),
    "/works/10.1/away": (503, {}, ""),
    "/handles/10.1/elsewhere": (200, {}, json.dumps({"responseCode": 1})),
    "/handles/10.1/wrong": (404, {}, json.dumps({"responseCode": 100})),
    "/handles/10.1/muddled": (200, {}, "?"),
}


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[str] = []
        self.issues: list[dict] = []
        self.refuse = 0
        self.busy_once = False
        self.given_up = threading.Event()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    server: Server

    def say(self, status: int, headers: dict[str, str], text: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text.encode())

    def do_GET(self) -> None:
        path = unquote(self.path.partition("?")[0])
        self.server.asked.append(self.path)
        if path == "/slow":
            self.server.given_up.wait(60)
        elif path == "/cut":
            self.wfile.write(b"HTTP/1.1 ")
        elif path == "/nonsense":
            self.wfile.write(b"\x00\xff\x00 hello\r\n\r\n")
        elif path == "/busy-once":
            # remember this request before answering it, since the next request comes immediately
            again, self.server.busy_once = self.server.busy_once, True
            self.say(*((200, {}, "") if again else (503, {"Retry-After": "1"}, "")))
        elif path.startswith("/repos/"):
            self.say(self.server.refuse or 200, {}, json.dumps(self.server.issues))
        else:
            self.say(*ANSWERS.get(path, (404, {}, "")))

    def do_POST(self) -> None:
        made = {"number": len(self.server.issues) + 1, "state": "open", "user": {"login": issue.AUTHOR}, **self.data()}
        self.server.issues.append(made)
        self.say(201, {}, json.dumps(made))

    def do_PATCH(self) -> None:
        number = int(self.path.rpartition("/")[2])
        found = next(one for one in self.server.issues if one["number"] == number)
        found |= self.data()
        self.say(200, {}, json.dumps(found))

    def data(self) -> dict:
        return json.loads(self.rfile.read(int(self.headers["Content-Length"])))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def serving() -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def server(serving: Server) -> Server:
    serving.asked.clear()
    serving.issues.clear()
    serving.refuse = 0
    serving.busy_once = False
    serving.given_up.clear()
    return serving


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def web(waits: list[float]) -> Web:
    return Web("test", timeout=60, pause=0, sleep=waits.append)


# Links


@pytest.mark.parametrize(("path", "state", "why"), [
    ("/fine", State.FINE, ""), ("/umlaut-ü", State.FINE, ""),
    ("/gone", State.GONE, "gone (404)"), ("/never-again", State.GONE, "(410)"), ("/to-gone", State.GONE, "(404)"),
    ("/for-good", State.MOVED, "permanently"), ("/to-front", State.MOVED, "front page"),
    ("/for-now", State.FINE, ""), ("/mixed", State.FINE, ""), ("/slash", State.FINE, ""),
    ("/shut", State.UNKNOWN, "automated requests (403)"), ("/broken", State.UNKNOWN, "error (500)"),
    ("/busy", State.UNKNOWN, "busy to answer (429)"),
    ("/round", State.UNKNOWN, "in a loop"), ("/nowhere", State.UNKNOWN, "not a web page"),
    ("/to-file", State.UNKNOWN, "not a web page"),
    ("/cut", State.UNKNOWN, "could not be reached"),
    ("/nonsense", State.UNKNOWN, "could not be reached"),
])
def test_what_an_answer_means_for_a_link(server, web, path, state, why):
    answer = web.get(server.address + path)
    assert (answer.state, why in answer.why) == (state, True), answer


def test_server_that_does_not_answer_in_time_says_nothing_about_a_link(server, web):
    web.timeout = 0.1
    answer = web.get(f"{server.address}/slow")
    server.given_up.set()
    assert (answer.state, "in time" in answer.why) == (State.UNKNOWN, True), answer


def test_moved_link_says_where_it_is_now(server, web):
    assert web.get(f"{server.address}/for-good").address == f"{server.address}/fine"


def test_closed_door_is_not_a_broken_link(web):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        assert web.get(f"http://127.0.0.1:{closed.getsockname()[1]}/").state is State.UNKNOWN


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://127.0.0.1:99999/", "http://127.0.0.1:port/"])
def test_nonsense_address_ends_well(web, address):
    assert web.get(address).state is State.UNKNOWN


def test_a_port_number_that_is_too_large_is_invalid(server, web):
    """The operating system would take the number modulo 65536. Without a check, the request would reach the local server."""
    answer = web.get(f"http://127.0.0.1:{server.server_port + 65536}/fine")
    assert (answer.state, answer.why, server.asked) == (State.UNKNOWN, "it is not a valid address", [])


def test_a_site_whose_name_is_gone_is_gone(web, monkeypatch):
    def unknown(*_args, **_more):
        raise URLError(socket.gaierror(socket.EAI_NONAME, "Name or service not known"))

    monkeypatch.setattr(web, "_open", unknown)
    assert web.get("https://no-such-site.example/").state is State.GONE


def test_busy_server_is_given_the_time_it_asks_for(server, web, waits):
    assert web.get(f"{server.address}/busy-once").state is State.FINE
    assert waits == [1]
    web.get(f"{server.address}/busy")
    assert waits == [1, 7, 7]
    assert len([path for path in server.asked if path == "/busy"]) == 3


def test_gone_page_is_asked_for_once(server, web, waits):
    web.get(f"{server.address}/gone")
    assert (server.asked, waits) == (["/gone"], [])


@pytest.mark.parametrize(("value", "seconds"), [("5", 5), ("100000", 60), ("-3", None), ("soon", None), ("", None)])
def test_retry_after(value, seconds):
    assert retry_after(value, 60) == seconds


def test_retry_after_as_a_date(monkeypatch):
    monkeypatch.setattr("scripts.watching.web.time.time", lambda: 1000.0)
    assert retry_after(formatdate(1030, usegmt=True), 60) == 30
    assert retry_after(formatdate(970, usegmt=True), 60) == 0


def test_same_host_is_given_a_pause(server, waits):
    times = iter([10, 10.25, 11, 19, 19])  # the client asks the time once for the first request, then twice for each later one
    polite = Web("test", timeout=60, pause=1, sleep=waits.append, clock=lambda: next(times))
    for _ in range(3):
        polite.get(f"{server.address}/fine")
    assert waits == [0.75]


# Papers


def ask(server, web, name):
    return Crossref(web, server.address, f"{server.address}/handles").ask(f"10.1/{name}", TITLE)


@pytest.mark.parametrize("name", ["good", "cased", "subtitle", "strange", "notice-itself"])
def test_paper_in_order(server, web, name):
    paper = ask(server, web, name)
    assert paper.registered
    assert (paper.grave, paper.mild, paper.other_title, paper.unknown) == ((), (), "", "")


@pytest.mark.parametrize(("name", "said"), [
    ("retracted", "retracted (10.1/notice)"), ("concern", "expression of concern"), ("marked", "retracted")])
def test_retraction_is_seen(server, web, name, said):
    assert said in ask(server, web, name).grave[0]


@pytest.mark.parametrize(("name", "said"), [("corrected", "corrected"), ("newer", "newer version")])
def test_correction_is_good_to_know(server, web, name, said):
    paper = ask(server, web, name)
    assert paper.grave == ()
    assert said in paper.mild[0]


def test_doi_of_another_paper(server, web):
    assert ask(server, web, "other").other_title.startswith("Growing tomatoes")


def test_doi_that_nobody_knows_and_one_that_another_agency_knows(server, web):
    assert ask(server, web, "wrong").registered is False
    assert ask(server, web, "elsewhere").registered is True
    assert ask(server, web, "elsewhere").unknown == ""
    assert "doi.org" in ask(server, web, "muddled").unknown


@pytest.mark.parametrize("name", ["garbage", "deep", "list", "empty", "away"])
def test_garbage_is_no_finding(server, web, name):
    paper = ask(server, web, name)
    assert paper.unknown.startswith("Crossref: ")
    assert paper.registered
    assert paper.grave == ()


# Report and issue


@pytest.fixture
def docs(tmp_path, server):
    def reference(key, doi, title=TITLE):
        return (f"@article{{{key},\n author = {{Smith, A.}},\n title = {{{title}}},\n year = {{2020}},\n doi = {{{doi}}},\n"
                " design = {RCT},\n annote = {It helped.},\n checked = {yes},\n}\n")

    (tmp_path / "docs" / "data").mkdir(parents=True)
    (tmp_path / "docs" / "data" / "references.bib").write_text(
        reference("good2020", "10.1/good") + reference("bad2020", "10.1/retracted") + reference("new2020", "10.1/newer"))
    (tmp_path / "docs" / "data" / "registers.yml").write_text(
        "".join(f"- id: {name}\n  url: {server.address}/{name}\n" for name in ("gone", "for-good", "shut")))
    page = ("---\ntitle: {title}\ndescription: {long}\nkind: guide\nchecked: {day}\ncheck_again: 12 months\nreviewed_by: []\n"
            "changes:\n  - date: {day}\n    what: First.\n---\n\n# {title}\n")
    for title, day in (("Old", "2020-01-01"), ("Fresh", EDITION.today.isoformat())):
        (tmp_path / "docs" / f"{title}.md").write_text(page.format(title=title, day=day, long="x" * 60))
    return tmp_path / "docs"


def run(docs, server, out, *more, monkeypatch):
    monkeypatch.setattr(watch, "OWN_HOSTS", set())
    return watch.main(["--root", str(docs.parent), "--crossref", server.address, "--handles", f"{server.address}/handles",
                       "--pause", "0", "--timeout", "1", "--quiet", "--out", str(out), *more])


def test_whole_run_finds_it_all_gravest_first(docs, server, tmp_path, monkeypatch, capsys):
    out = tmp_path / "new" / "report.md"
    assert run(docs, server, out, monkeypatch=monkeypatch) == 0
    text = out.read_text()
    assert text.startswith("<!-- problems: 5 -->\n")
    order = [text.index(words) for words in ("bad2020", "/gone", "`Old`", "/for-good", "new2020", "1 could not be checked")]
    assert order == sorted(order)
    assert "good2020" not in text
    assert "Fresh" not in text
    assert f"{server.address}/shut" in text.partition("<details>")[2]
    assert "docs/data/registers.yml:2" in text
    assert "Problems found: 5." in capsys.readouterr().out


def test_when_the_web_is_away_last_weeks_issue_stays(docs, server, tmp_path, monkeypatch, capsys):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{closed.getsockname()[1]}"
        out = tmp_path / "report.md"
        out.write_text("old")
        monkeypatch.setattr(watch, "Web", lambda agent, **_: Web(agent, 0.2, 0, tries=1))
        assert run(docs, server, out, "--only", "papers", "--crossref", nobody, monkeypatch=monkeypatch) == 0
    assert not out.exists()
    assert "no report was written" in capsys.readouterr().out


def test_foreign_words_in_a_report_are_only_words():
    hostile = report.Item(report.Part.OTHER_PAPER, "a:1", "k 10.1/x", f"registered as {report.code('@everyone `x` [y](z) <b>')}")
    text = report.text([hostile], [report.Unknown("https://x/`|", "<script>")], 3)
    assert "`@everyone 'x' [y](z) <b>`" in text
    assert "`<script>`" in text


def tell(server, text, count):
    return Issues(server.address, "us/site", "key").tell(text, count)


def test_one_issue_is_opened_updated_and_closed(server):
    assert tell(server, "Nothing.", 0).startswith("Nothing")
    assert server.issues == []
    assert tell(server, "One.", 1) == "Opened issue 1."
    assert tell(server, "One.", 1) == "Issue 1 is already up to date."
    assert tell(server, "Two.", 2) == "Updated issue 1."
    assert server.issues[0]["body"] == f"{MARK}\nTwo."
    assert tell(server, "Nothing.", 0) == "Closed issue 1."
    assert server.issues[0]["state"] == "closed"
    assert len(server.issues) == 1


def test_issue_of_a_stranger_with_our_mark_is_left_alone(server):
    server.issues.append({"number": 1, "body": MARK, "user": {"login": "stranger"}})
    server.issues.append({"number": 2, "body": None, "user": None})
    assert tell(server, "One.", 1) == "Opened issue 3."
    assert server.issues[0]["body"] == MARK


def test_long_report_is_cut_at_a_line(server):
    tell(server, "line\n" * 20_000, 9)
    body = server.issues[0]["body"]
    assert len(body) < 65_536
    assert body.endswith("line\n\nThe rest was too long for one issue.")


@pytest.fixture
def github(server, monkeypatch):
    for name, value in (("GITHUB_API_URL", server.address), ("GITHUB_REPOSITORY", "us/site"), ("GITHUB_TOKEN", "key")):
        monkeypatch.setenv(name, value)
    return server


def test_report_goes_into_the_issue(github, tmp_path, capsys):
    path = tmp_path / "report.md"
    path.write_text(issue.findings_line(1) + "Words.\n")
    assert issue.main([str(path)]) == 0
    assert github.issues[0]["body"] == f"{MARK}\nWords.\n"
    github.refuse = 403
    assert issue.main([str(path)]) == 1
    assert "403" in capsys.readouterr().err


def test_telling_needs_a_report_and_a_key(github, tmp_path, monkeypatch, capsys):
    assert issue.main([]) == 2
    assert issue.main([str(tmp_path / "none.md")]) == 2
    monkeypatch.delenv("GITHUB_TOKEN")
    assert issue.main([str(tmp_path / "none.md")]) == 2
    assert "Set these environment variables first: GITHUB_TOKEN" in capsys.readouterr().err


def test_hosts_take_turns():
    links = dict.fromkeys(["http://a/1", "http://a/2", "http://b/1"])
    assert [address for address, _ in watch.in_turns(links)] == ["http://a/1", "http://b/1", "http://a/2"]
