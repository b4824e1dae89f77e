"""Rebuild data/countries.json from a table of codes and one of centroids.

    python tools/build_countries.py country-codes.csv centroids.csv

The codes are those of datasets/country-codes (ODC PDDL); the centroids, of each
country's largest piece of land, those of 360info (`iso3, lat, lon`; CC BY 4.0).

Names are the UN's (UNTERM); a territory is in if UNTERM names it or if a peace
operation worked there. `region` is the one to which the UN peacekeeping
department assigns missions, which is not M49's: it counts the Sinai and Iran
to the Middle East, Cyprus and the Caucasus to Europe.
"""

from __future__ import annotations

import re
import sys

from common import read_rows, write_json

EUROPE = {"CYP", "GEO", "ARM", "AZE", "TUR"}
MIDDLE_EAST = {"EGY", "IRN"}
EXTRA = {"BMU", "CIV", "TUR", "ESH", "PSE"}
WEST_BANK = "129"
"""The centroids' code for a part that stands for the whole."""
OTHER_NAMES = {
    "BIH": ["Bosnia"],
    "BOL": ["Bolivia"],
    "CAF": ["CAR"],
    "CIV": ["Ivory Coast"],
    "COD": ["DRC", "DR Congo", "Congo-Kinshasa", "Zaire", "Congo"],
    "COG": ["Republic of the Congo", "Congo-Brazzaville"],
    "CPV": ["Cape Verde"],
    "CZE": ["Czech Republic"],
    "ESH": ["Western Sahara"],
    "FSM": ["Micronesia"],
    "GBR": ["United Kingdom", "UK", "Britain", "Great Britain"],
    "IRN": ["Iran"],
    "KOR": ["South Korea"],
    "LAO": ["Laos"],
    "MDA": ["Moldova"],
    "MKD": ["Macedonia", "The former Yugoslav Republic of Macedonia"],
    "MMR": ["Burma"],
    "NLD": ["Netherlands", "Holland"],
    "PRK": ["North Korea"],
    "PSE": ["Palestine", "State of Palestine"],
    "RUS": ["Russia", "Soviet Union", "USSR"],
    "SWZ": ["Swaziland"],
    "SYR": ["Syria"],
    "TLS": ["East Timor"],
    "TUR": ["Turkey"],
    "TZA": ["Tanzania"],
    "USA": ["USA", "United States"],
    "VEN": ["Venezuela"],
    "VNM": ["Vietnam"],
}
KOSOVO: dict[str, object] = {
    "id": "XKX",
    "alpha2": "XK",
    "name": "Kosovo",
    "subregion": "Southern Europe",
    "region": "europe",
}

FORMER: list[dict[str, object]] = [
    {
        "id": "CSXX",
        "name": "Serbia and Montenegro (former)",
        "other_names": ["Serbia and Montenegro"],
        "region": "europe",
        "subregion": "Southern Europe",
    },
    {
        "id": "YUCS",
        "name": "Yugoslavia (former)",
        "other_names": ["Yugoslavia", "the former Yugoslavia"],
        "region": "europe",
        "subregion": "Southern Europe",
    },
]
"""Former states by ISO 3166-3, for figures of their time."""

COLUMNS = (
    "ISO3166-1-Alpha-2", "ISO3166-1-Alpha-3", "M49", "CLDR display name", "UNTERM English Short",
    "UNTERM English Formal", "UNTERM French Short", "Region Name", "Sub-region Name", "Intermediate Region Name",
)  # fmt: skip


def _region(code: str, continent: str, subregion: str) -> str | None:
    if code in EUROPE:
        return "europe"
    if code in MIDDLE_EAST or subregion == "Western Asia":
        return "middle-east"
    places = {"Africa": "africa", "Americas": "americas", "Asia": "asia-pacific", "Europe": "europe"}
    return places.get(continent, "asia-pacific" if continent == "Oceania" else None)


def _plain(name: str) -> str:
    """A name without the article that UNTERM puts behind it."""
    plain = name.replace("\u2019", "'").strip("* \u00a0")
    return re.sub(r"\s*\((?:the|l'|la|le|les)\)$", "", plain)


def main(path: str, centroids: str) -> None:
    """Read the tables and write ours."""
    points = {
        row["iso3"]: (round(float(row["lat"]), 1), round(float(row["lon"]), 1))
        for row in read_rows(centroids, ("iso3", "lat", "lon"))
    }
    points["PSE"] = points[WEST_BANK]
    records: list[dict[str, object]] = [KOSOVO, *FORMER]
    for row in read_rows(path, COLUMNS):
        code, unterm = row["ISO3166-1-Alpha-3"], row["UNTERM English Short"]
        if not code or not (unterm or code in EXTRA):
            continue
        name = _plain(unterm or row["CLDR display name"])
        subregion = row["Intermediate Region Name"] or row["Sub-region Name"]
        others = [row["CLDR display name"], row["UNTERM English Formal"], row["UNTERM French Short"]]
        others = [*OTHER_NAMES.get(code, []), *map(_plain, others)]
        record: dict[str, object] = {
            "id": code,
            "alpha2": row["ISO3166-1-Alpha-2"],
            "name": name,
            "other_names": [n for n in dict.fromkeys(others) if n and n != name],
            "m49": row["M49"].zfill(3) if row["M49"] else None,
            "subregion": subregion or None,
            "region": _region(code, row["Region Name"], subregion),
        }
        records.append({k: v for k, v in record.items() if v})
    for record in records:
        if point := points.get(str(record["id"])):
            record["latitude"], record["longitude"] = point
    write_json("countries.json", sorted(records, key=lambda r: str(r["id"])))


if __name__ == "__main__":
    main(*sys.argv[1:])
