"""The graph of made-up names in three engines: the embedded one, rdflib, and a Virtuoso server."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
import requests
from requests.auth import HTTPDigestAuth

from kg.store import Store

from .cases import GRAPHS

INI = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
GRAPH = "urn:graph"
SECONDS_TO_START = 60


@pytest.fixture(scope="session")
def embedded() -> Store:
    store = ox.Store()
    for path in GRAPHS:
        store.load(path=str(path), format=ox.RdfFormat.from_extension(path.suffix[1:]))
    return Store(store)


@pytest.fixture(scope="session")
def merged(embedded: Store) -> bytes:
    found = {quad.triple for quad in embedded.quads}
    text = ox.serialize(sorted(found, key=str), format=ox.RdfFormat.N_TRIPLES)
    assert text is not None
    return text


@pytest.fixture(scope="session")
def in_rdflib(merged: bytes) -> rdflib.Graph:
    return rdflib.Graph().parse(data=merged, format="nt")


@pytest.fixture(scope="session")
def endpoint(merged: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    program = shutil.which("virtuoso-t")
    if not program or not INI.is_file():
        pytest.skip("no virtuoso-t: install the Debian package virtuoso-opensource-7")
    folder = tmp_path_factory.mktemp("virtuoso")
    sql, http = _free_ports()
    ini = folder / "virtuoso.ini"
    ini.write_text(_settings(INI.read_text(encoding="utf-8"), folder, sql, http), encoding="utf-8")
    command = [program, "+foreground", "+configfile", str(ini)]
    with (
        (folder / "log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server,
    ):
        try:
            address = f"http://127.0.0.1:{http}"
            _wait(address, server)
            _load(address, merged)
            yield f"{address}/sparql"
        finally:
            server.terminate()


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        one.bind(("127.0.0.1", 0))
        other.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def _settings(ini: str, folder: Path, sql: int, http: int) -> str:
    """Answer the settings of the package with files in a folder and ports that nobody uses."""
    moved = ini.replace("/var/lib/virtuoso-opensource-7/db", str(folder))
    ports = iter((sql, http))
    lines = moved.splitlines()
    for at, line in enumerate(lines):
        if line.startswith("ServerPort"):
            lines[at] = f"ServerPort = 127.0.0.1:{next(ports)}"
    return "\n".join(lines) + "\n"


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            requests.get(f"{address}/sparql", timeout=5)
        except requests.ConnectionError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("virtuoso-t did not start")


def _load(address: str, triples: bytes) -> None:
    requests.put(
        f"{address}/sparql-graph-crud-auth",
        params={"graph-uri": GRAPH},
        data=triples,
        headers={"Content-Type": "text/turtle"},
        auth=HTTPDigestAuth("dba", "dba"),
        timeout=60,
    ).raise_for_status()
