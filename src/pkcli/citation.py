"""How a record of a release is cited. Pure functions on records and the release's meta."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

STYLES = ("text", "bibtex", "ris", "csl-json")
_TITLE = "pkcli: the peace-operations reference"
_PUBLISHER = "pkcli"
_BRACES = str.maketrans({"{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "$": r"\$"})


def cite(records: Sequence[Mapping[str, Any]], meta: Mapping[str, str], style: str) -> str:
    """Citations of `records` in one of `STYLES`, ready to print."""
    if style == "csl-json":
        return json.dumps([_csl(record, meta) for record in records], ensure_ascii=False, indent=2) + "\n"
    write = {"text": _text, "bibtex": _bibtex, "ris": _ris}[style]
    return "\n".join(write(record, meta) for record in records)


def _name(record: Mapping[str, Any]) -> str:
    name = record.get("name") or record["title"]
    short = record.get("acronym") or record.get("term") or name
    return f"{name} ({short})" if short != name else str(name)


def _text(record: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    release = f"data version {meta['data_version']} (as of {meta['as_of']})"
    return f"“{_name(record)}”, in {_TITLE}, {release}, record {record['id']}.\n"


def _bibtex(record: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    fields = {
        "title": f"{{{_name(record).translate(_BRACES)}}}",
        "author": f"{{{{{_PUBLISHER}}}}}",
        "howpublished": f"{{{_TITLE}}}",
        "year": f"{{{meta['as_of'][:4]}}}",
        "version": f"{{{meta['data_version']}}}",
        "note": f"{{Record {record['id']}, data as of {meta['as_of']}}}",
    }
    body = "".join(f"  {name} = {value},\n" for name, value in fields.items())
    return f"@misc{{pkcli-{record['id']},\n{body}}}\n"


def _ris(record: Mapping[str, Any], meta: Mapping[str, str]) -> str:
    lines = [
        ("TY", "DATA"),
        ("ID", f"pkcli-{record['id']}"),
        ("AU", _PUBLISHER),
        ("TI", _name(record)),
        ("T2", _TITLE),
        ("PY", meta["as_of"][:4]),
        ("DA", meta["as_of"].replace("-", "/")),
        ("PB", _PUBLISHER),
        ("ET", meta["data_version"]),
        ("N1", f"Record {record['id']}"),
        ("ER", ""),
    ]
    return "".join(f"{tag}  - {value}".rstrip(" ") + "\n" if value else f"{tag}  - \n" for tag, value in lines)


def _csl(record: Mapping[str, Any], meta: Mapping[str, str]) -> dict[str, Any]:
    return {
        "id": f"pkcli-{record['id']}",
        "type": "dataset",
        "author": [{"literal": _PUBLISHER}],
        "title": _name(record),
        "container-title": _TITLE,
        "publisher": _PUBLISHER,
        "version": meta["data_version"],
        "issued": {"date-parts": [[int(part) for part in meta["as_of"].split("-")]]},
        "note": f"Record {record['id']}",
    }
