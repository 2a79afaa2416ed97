"""Addresses are fetched once, asked again politely, and bounded."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from kg import fetch
from kg.errors import FetchError, SourceError
from kg.fetch import Fetcher
from kg.settings import Settings


class Site(BaseHTTPRequestHandler):
    """Answers a page, an error, a loop, and a page that fails twice."""

    seen: list[tuple[str, str | None]] = []  # noqa: RUF012  reset by the fixture

    def do_GET(self) -> None:
        self.seen.append((self.path, self.headers.get("If-None-Match")))
        tries = sum(path == self.path for path, _ in self.seen)
        if self.path == "/page" and self.headers.get("If-None-Match") == '"1"':
            self._answer(304)
        elif self.path in {"/page", "/big"} or (self.path == "/flaky" and tries > 2):
            self._answer(200, b"x" * 1000, ETag='"1"')
        elif self.path == "/flaky":
            self._answer(503)
        elif self.path == "/loop":
            self._answer(302, Location="/loop")
        else:
            self._answer(404)

    def _answer(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name of the base class
        pass


@pytest.fixture
def site() -> Iterator[str]:
    Site.seen = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_an_unchanged_page_is_not_sent_again(site: str, tmp_path: Path) -> None:
    fetcher = Fetcher(tmp_path, Settings())
    first, second = fetcher(f"{site}/page"), fetcher(f"{site}/page")
    assert first == second
    assert first.key == f"{site}/page"
    assert first.read() == b"x" * 1000
    assert Site.seen == [("/page", None), ("/page", '"1"')]


def test_a_passing_failure_is_tried_again(site: str, tmp_path: Path) -> None:
    assert Fetcher(tmp_path, Settings())(f"{site}/flaky").read() == b"x" * 1000


def test_an_error_of_the_server_is_said(site: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="404"):
        Fetcher(tmp_path, Settings())(f"{site}/missing")


def test_a_loop_of_redirects_ends(site: str, tmp_path: Path) -> None:
    with pytest.raises(FetchError, match="no answer"):
        Fetcher(tmp_path, Settings())(f"{site}/loop")


def test_too_much_is_refused_and_leaves_nothing(site: str, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="more than 500 bytes"):
        Fetcher(tmp_path, Settings(), max_bytes=500)(f"{site}/big")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_no_answer_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_RETRY", fetch.Retry(total=0))
    with pytest.raises(FetchError, match="network"):
        Fetcher(tmp_path, Settings())("http://127.0.0.1:9/")
