"""Who says so, and how well that confirms a fact. Pure functions on models."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pkcli import models
from pkcli.dataset import Dataset
from pkcli.dates import PartialDate
from pkcli.vocabulary import Basis, EndBasis, SourceKind, Verification

KEY_FACTS = ("established", "start", "end", "countries")
"""The facts by which a record is judged two-sources, official, single or disputed."""

_HOUSES = {
    "un": re.compile(
        r"United Nations\b|UN\b|(Executive Office of the |Spokesman for the )?Secretary-General of the United Nations"
        r"|Office of the United Nations|Dag Hammarskjöld Library|International Law Commission"
    ),
    "eu": re.compile(
        r"European (Union|Commission|External|Parliament|Community|Political)|Council of the European Union|EU\b|EULEX|"
        r"EUAM|EUBAM|EUCAP|EUFOR|EUMM|EUPOL|EUTM"
    ),
    "nato": re.compile(r"NATO\b(?! and)|North Atlantic|Allied (Command|Joint|Maritime)|Supreme Headquarters Allied"),
    "osce": re.compile(r"OSCE\b(?! and)|Organi[sz]ation for Security and Co|Conference on Security and Co"),
    "au": re.compile(r"African Union|Organi[sz]ation of African Unity"),
    "ecowas": re.compile(r"Economic Community of West African|ECOWAS"),
    "sadc": re.compile(r"Southern African Development|SADC"),
    "oas": re.compile(r"Organi[sz]ation of American States|OAS\b"),
    "weu": re.compile(r"Western European Union|WEU\b"),
    "commonwealth": re.compile(r"Commonwealth (Secretariat|of Nations)"),
    "canada": re.compile(r"Department of National Defence of Canada|Government of Canada|Prime Minister of Canada"),
    "united-states": re.compile(
        r"(Congress|President) of the United States|United States (?!Institute)|Office of the Historian|U\.S\. |US Army"
    ),
    "sipri": re.compile(r"SIPRI\b|Stockholm International Peace Research Institute"),
}
"""Bodies of one organisation, or of one government, by how producers' names begin."""

_OFFICIAL = {SourceKind.DECISION, SourceKind.OFFICIAL, SourceKind.DATASET}


def house(producer: str) -> str:
    """Whose word a producer's is: bodies of one organisation do not confirm each other."""
    return next((name for name, bodies in _HOUSES.items() if bodies.match(producer)), producer)


def houses(source: str, known: Mapping[str, models.Source]) -> set[str]:
    """Whose word a source's is; of what rests on other sources, theirs."""
    bases = known[source].derives_from
    return {name for base in bases for name in houses(base, known)} or {house(known[source].producer)}


def verify(
    record_sources: Sequence[str], known: Mapping[str, models.Source], disputed: bool, *, happened: str | None = None
) -> Verification:
    """How well a fact with these sources is confirmed; what `happened` on a day is not by one of before its month."""
    if disputed:
        return Verification.DISPUTED
    confirming = [s for s in record_sources if not (happened and _before(known[s], happened))]
    if len({name for source in confirming for name in houses(source, known)}) > 1:
        return Verification.TWO
    if any(known[s].kind in _OFFICIAL for s in record_sources):
        return Verification.OFFICIAL
    return Verification.SINGLE


def _before(source: models.Source, day: str) -> bool:
    """Whether a source was published before the month of `day`, for certain: it can only have foretold it."""
    return (
        bool(source.published) and PartialDate.parse(str(source.published)).last[:7] < PartialDate.parse(day).first[:7]
    )


def verifications(mission: models.Mission, known: Mapping[str, models.Source]) -> dict[str, Verification]:
    """The verification of each plain fact that has a value."""
    disputed = {name for note in mission.notes if note.disputed for name in note.fields}
    # A mandate's day is decided before it comes.
    done = {
        "start": mission.start if mission.start_basis != Basis.MANDATE else None,
        "end": mission.end if mission.end_basis != EndBasis.MANDATE else None,
    }
    return {
        name: verify(refs, known, name in disputed, happened=done.get(name))
        for name in models.Evidence.model_fields
        if (refs := getattr(mission.evidence, name))
    }


def weakest(facts: Mapping[str, Verification]) -> Verification:
    """The verification of a record: that of the least confirmed of its key facts; disputed if one is."""
    order = (Verification.DISPUTED, Verification.SINGLE, Verification.OFFICIAL, Verification.TWO)
    return min((facts[name] for name in KEY_FACTS if name in facts), key=order.index, default=Verification.SINGLE)


def all_sources(data: Dataset) -> dict[str, models.Source]:
    """The sources by id, the resolutions, which are their own, among them."""
    known = {source.id: source for source in data.sources}
    known.update({resolution.symbol: as_source(resolution) for resolution in data.resolutions})
    return known


def as_source(resolution: models.Resolution) -> models.Source:
    """A resolution as the source that it is, with its canonical URL."""
    council = resolution.symbol.startswith("S/RES/")
    producer = f"United Nations {'Security Council' if council else 'General Assembly'}"
    number, _, year = resolution.symbol.partition("/RES/")[2].partition(" ")
    fields: dict[str, Any] = {
        "id": resolution.symbol,
        "kind": SourceKind.DECISION.value,
        "producer": producer,
        "title": f"Resolution {number} {year}".strip(),
        "published": resolution.date,
        "symbol": resolution.symbol,
        "url": f"https://undocs.org/{resolution.symbol.replace(' ', '')}",
        "citation": f"{producer}, Resolution {number} {year}".rstrip() + f", {resolution.symbol}, {resolution.date}.",
    }
    return models.Source.model_construct(**fields)


def resolution_id(symbol: str) -> str:
    """A resolution's symbol as an id: `S/RES/2100 (2013)` is `s-res-2100-2013`."""
    return "-".join("".join(c if c.isalnum() else " " for c in symbol.lower()).split())


def source_record(source: models.Source) -> dict[str, Any]:
    """What a page needs of a source."""
    return {"id": source.id, "citation": source.citation, "url": source.url, "kind": source.kind}


def read_in(decision: models.Decision) -> list[str]:
    """The sources of a decision: where it was read, or the resolution itself."""
    return list(decision.sources) or [decision.symbol]
