"""A service for chat completions that runs here, and misbehaves when it is told to."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Act = Callable[["Handler"], None]


@dataclass
class Service:
    """What the service does in turn (the last act again and again), and what it was asked."""

    acts: list[Act]
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)

    def act(self, handler: "Handler") -> None:
        act = self.acts.pop(0) if len(self.acts) > 1 else self.acts[0]
        act(handler)


class Handler(BaseHTTPRequestHandler):
    """Passes what it is asked to the service of its server."""

    service: Service
    question: dict[str, Any]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.question = json.loads(body)
        self.service.asked.append({"path": self.path, **self.question})
        self.service.keys.append(self.headers.get("Authorization"))
        self.service.act(self)

    def send(self, status: int, body: bytes = b"", **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        if "Content_Length" not in headers:
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the name of the base class
        pass


def completion(content: str, reason: str = "stop") -> bytes:
    choice = {"message": {"role": "assistant", "content": content}, "finish_reason": reason}
    return json.dumps({"choices": [choice]}).encode()


def says(**items: list[dict[str, Any]]) -> Act:
    """Answer with these mentions, measurements and participations."""
    said = {"mentions": [], "measurements": [], "participations": []} | items
    return lambda handler: handler.send(200, completion(json.dumps(said)))


def content(text: str, reason: str = "stop") -> Act:
    return lambda handler: handler.send(200, completion(text, reason))


def body(text: bytes) -> Act:
    return lambda handler: handler.send(200, text)


def fails(status: int, **headers: str) -> Act:
    return lambda handler: handler.send(status, b"no", **headers)


def cuts(handler: Handler) -> None:
    handler.send(200, completion("{}")[:20], Content_Length="1000")


def hangs_up(handler: Handler) -> None:
    handler.close_connection = True
    handler.connection.close()


def trickles(handler: Handler) -> None:
    """Send a byte now and then, so that no single wait is long."""
    handler.send(200, Content_Length="100")
    for _ in range(20):
        time.sleep(0.05)
        try:
            handler.wfile.write(b" ")
        except OSError:
            return


@contextmanager
def serving(*acts: Act) -> Iterator[Service]:
    """Run a service that does these acts."""
    service = Service(list(acts))
    handler = type("OwnHandler", (Handler,), {"service": service})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    service.url = f"http://127.0.0.1:{server.server_port}/v1"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield service
    finally:
        server.shutdown()
        server.server_close()
