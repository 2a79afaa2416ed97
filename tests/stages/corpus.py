"""Ten small documents that name each other's partners, in versions."""

from pathlib import Path

PAGE = """outcome XM-DAC-41146-{iso}_D_{number}.1

By 2030, women of {place} decide over the water of their towns.

In {year}, the {river} Water Board (RWB{number}) and the Ministry of Water led by {lead} trained {count} women in {place}.
The {river} Water Board signed an agreement with the University of {river}. UNDP supported the training.
Showing 1 - 1 of {number}
"""

ACTIVITY = """<?xml version="1.0" encoding="UTF-8"?>
<iati-activities version="2.03">
  <iati-activity xml:lang="en" default-currency="USD">
    <iati-identifier>XM-EXAMPLE-{number}</iati-identifier>
    <reporting-org ref="XM-DAC-41114" type="40"><narrative>UNDP</narrative></reporting-org>
    <title><narrative>Water for {river}</narrative></title>
    <participating-org role="4" type="10"><narrative>{river} Water Board (RWB{partner})</narrative></participating-org>
    <participating-org role="1" ref="{ref}"><narrative>University of {river}</narrative></participating-org>
    <activity-status code="2"/>
    <activity-date type="2" iso-date="{year}-01-01"/>
    <recipient-country code="{country}"/>
    <transaction><transaction-type code="3"/><transaction-date iso-date="{year}-02-01"/>
      <value value-date="{year}-02-01">{count}</value></transaction>
    <result type="2"><title><narrative>Women decide</narrative></title>
      <description><narrative>{count} women of {river} joined the {river} Water Board.</narrative></description>
    </result>
  </iati-activity>
</iati-activities>
"""

COUNTRIES = (("MX", "MEX", "Oaxaca"), ("CO", "COL", "Bogota"), ("NP", "NPL", "Kathmandu"))
RIVERS = ("Blue", "Green", "White", "Long", "Cold")


def text(number: int, version: int) -> str:
    """Answer document `number` (0 to 9) in a version; versions move names and identifiers."""
    country, iso, place = COUNTRIES[number % len(COUNTRIES)]
    values = {
        "number": number + 1, "partner": number - 4, "country": country, "iso": iso, "place": place,
        "river": RIVERS[(number + version) % len(RIVERS)], "year": 2020 + version,
        "count": 100 + 10 * number + version, "lead": ("UNICEF", "FAO", "ILO")[version % 3],
        "ref": f"XM-EXAMPLE-U{version}" if version % 2 else "",
    }  # fmt: skip
    return (PAGE if number < 5 else ACTIVITY).format(**values)


def name(number: int) -> str:
    """Answer the file name of a document."""
    return f"{number}.txt" if number < 5 else f"{number}.xml"


def put(folder: Path, versions: dict[int, int]) -> None:
    """Make a folder hold exactly these documents in these versions."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(10):
        path = folder / name(number)
        if number in versions:
            path.write_text(text(number, versions[number]), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)
