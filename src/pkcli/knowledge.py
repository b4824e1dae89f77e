"""Topics, events and terms with their figures filled in: what the catalogue holds of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pkcli import evidence, models
from pkcli.dataset import Dataset
from pkcli.errors import DataError
from pkcli.prose import Facts, Unresolved
from pkcli.tables import MISSION_LINK

Flat = dict[str, Any]


class Knowledge:
    """The texts of a data set, filled in from the flat records of its missions and organisations."""

    def __init__(
        self,
        data: Dataset,
        missions: Mapping[str, Flat],
        organizations: Mapping[str, Flat],
        known: Mapping[str, models.Source],
    ) -> None:
        """Prepare the figures that texts may name."""
        personnel: Counter[str] = Counter()
        for month in data.series.contributors:
            personnel[month.month] += month.total
        contributors = Counter(month for month, _ in {(row.month, row.country) for row in data.series.contributors})
        deaths: Counter[str] = Counter()
        for row in data.series.fatalities:
            deaths[row.cause] += row.deaths
        self._data, self._missions, self._organizations, self._known = data, missions, organizations, known
        self._facts = Facts(missions, organizations, personnel, contributors, deaths)

    def topics(self) -> Iterator[tuple[models.Topic, Flat, Flat]]:
        """Each topic with its flat keys and its detail, in their order."""
        for topic in sorted(self._data.topics, key=lambda t: t.order):
            texts = [self._filled("topics.json", topic.id, passage.text) for passage in topic.passages]
            raw = [passage.text for passage in topic.passages]
            sources = list(dict.fromkeys(s for passage in topic.passages for s in passage.sources))
            missions, organizations = self._named(raw, topic.missions, ())
            flat = {
                "id": topic.id,
                "order": topic.order,
                "title": topic.title,
                "summary": texts[0],
                "words": sum(len(text.split()) for text in texts),
                "missions": missions,
                "organizations": organizations,
                "see": list(topic.see),
                "sources": sources,
                "as_of": topic.as_of,
            }
            passages = [{"text": t, "sources": list(p.sources)} for t, p in zip(texts, topic.passages, strict=True)]
            yield topic, flat, flat | {"passages": passages, **self._linked(missions), **self._source_records(sources)}

    def events(self) -> Iterator[tuple[models.Event, Flat, Flat]]:
        """Each event and era with its flat keys and its detail, by date; an era before the events of its day."""
        for event in sorted(self._data.history, key=lambda e: (e.date, e.kind != "era", e.id)):
            text = self._filled("history.json", event.id, event.text)
            missions, organizations = self._named([event.text], event.missions, event.organizations)
            regions = list(event.regions) or sorted({self._missions[id]["region"] for id in missions})
            flat = {
                "id": event.id,
                "date": event.date,
                "until": event.until,
                "kind": event.kind,
                "title": event.title,
                "text": text,
                "regions": regions,
                "missions": missions,
                "organizations": organizations,
                "sources": list(event.sources),
            }
            yield event, flat, flat | {**self._linked(missions), **self._source_records(event.sources)}

    def terms(self) -> Iterator[tuple[models.GlossaryTerm, Flat, Flat]]:
        """Each term with its flat keys and its detail, by term."""
        for term in sorted(self._data.glossary, key=lambda t: t.term.lower()):
            flat = {
                "id": term.id,
                "term": term.term,
                "name": term.name,
                "definition": self._filled("glossary.json", term.id, term.definition),
                "see": list(term.see),
                "sources": list(term.sources),
            }
            yield term, flat, flat | self._source_records(term.sources)

    def _filled(self, file: str, id: str, text: str) -> str:
        try:
            return self._facts.render(text)
        except Unresolved as error:
            raise DataError(f"{file}: {id}: {error}") from error

    def _named(
        self, texts: Sequence[str], missions: Sequence[str], organizations: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """The missions and the organisations that are named in texts or listed, in order of their appearance."""
        named = [id for text in texts for id in self._facts.named(text)]
        listed = [id for id in named if self._facts.is_mission(id)]
        others = [id for id in named if not self._facts.is_mission(id)]
        return list(dict.fromkeys([*listed, *missions])), list(dict.fromkeys([*others, *organizations]))

    def _linked(self, missions: Sequence[str]) -> Flat:
        return {"mission_list": [{key: self._missions[id][key] for key in MISSION_LINK} for id in missions]}

    def _source_records(self, sources: Sequence[str]) -> Flat:
        return {"source_records": [evidence.source_record(self._known[id]) for id in sources]}
