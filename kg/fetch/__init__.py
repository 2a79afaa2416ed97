"""The only package that talks to the network: an address becomes a document.

A copy is kept with its validators, so that an unchanged page is not sent again (RFC 9110,
section 13). Size and time are bounded; passing failures are tried again with back-off.
"""

import hashlib
import json
import os
import stat
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from kg.documents import Document
from kg.errors import FetchError, SourceError
from kg.settings import Settings

MAX_BYTES: Final = 512 * 1024 * 1024
MAX_SECONDS: Final = 600
_CONNECT_READ_SECONDS: Final = (10, 60)
_CHUNK: Final = 1 << 16
_RETRY: Final = Retry(
    total=4, backoff_factor=0.5, status_forcelist=(429, 500, 502, 503, 504), redirect=5
)
_USER_AGENT: Final = "kg (knowledge graph of development results)"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What is known of the copy that is kept of an address."""

    url: str
    sha256: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches addresses and keeps their copies in a folder."""

    folder: Path
    settings: Settings
    max_bytes: int = MAX_BYTES
    max_seconds: float = MAX_SECONDS

    def __call__(self, url: str) -> Document:
        """Answer the document at an address, from the kept copy where it has not changed.

        Raises:
            FetchError: no answer, or not in time.
            SourceError: the server answers with an error, or with more than `max_bytes`.
        """
        place = self.folder / hashlib.sha256(url.encode()).hexdigest()
        kept = _read(place)
        with requests.Session() as session:
            for scheme in ("http://", "https://"):
                session.mount(scheme, HTTPAdapter(max_retries=_RETRY))
            try:
                with session.get(
                    url, headers=_headers(kept), timeout=_CONNECT_READ_SECONDS, stream=True
                ) as response:
                    kept = self._keep(url, response, place, kept)
            except requests.RequestException as error:
                reason = type(error).__name__
                raise FetchError(
                    f"{url}: no answer ({reason}): check the address and the network"
                ) from error
        hints = self.settings.hints(url)
        return Document(
            key=url,
            sha256=kept.sha256,
            place=place / kept.sha256,
            address=url,
            hints=hints,
            registers=self.settings.registers,
        )

    def _keep(
        self, url: str, response: requests.Response, place: Path, kept: _Kept | None
    ) -> _Kept:
        if kept and response.status_code == requests.codes.not_modified:
            return kept
        if not response.ok:
            raise SourceError(
                f"{url}: the server answers {response.status_code}: check the address"
            )
        self.folder.mkdir(parents=True, exist_ok=True)
        self.folder.chmod(stat.S_IRWXU)
        place.mkdir(exist_ok=True)
        partial = place / f"partial-{os.getpid()}"
        try:
            digest = self._save(url, response, partial)
            partial.replace(place / digest)
        finally:
            partial.unlink(missing_ok=True)
        new = _Kept(
            url,
            digest,
            response.headers.get("ETag", ""),
            response.headers.get("Last-Modified", ""),
        )
        if kept and kept.sha256 != digest:
            (place / kept.sha256).unlink(missing_ok=True)
        (place / "kept.json").write_text(json.dumps(asdict(new), sort_keys=True), encoding="utf-8")
        return new

    def _save(self, url: str, response: requests.Response, partial: Path) -> str:
        digest, size, begin = hashlib.sha256(), 0, time.monotonic()
        with partial.open("wb") as stream:
            for chunk in response.iter_content(_CHUNK):
                size += len(chunk)
                if size > self.max_bytes:
                    raise SourceError(
                        f"{url}: more than {self.max_bytes} bytes: save the file and give its path"
                    )
                if time.monotonic() - begin > self.max_seconds:
                    raise FetchError(
                        f"{url}: not done in {self.max_seconds:.0f} s: try again later"
                    )
                digest.update(chunk)
                stream.write(chunk)
        return digest.hexdigest()


def _headers(kept: _Kept | None) -> dict[str, str]:
    headers = {"User-Agent": _USER_AGENT}
    if kept and kept.etag:
        headers["If-None-Match"] = kept.etag
    if kept and kept.last_modified:
        headers["If-Modified-Since"] = kept.last_modified
    return headers


def _read(place: Path) -> _Kept | None:
    try:
        kept = _Kept(**json.loads((place / "kept.json").read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None  # nothing was kept, or not whole: fetch anew
    return kept if (place / kept.sha256).is_file() else None
