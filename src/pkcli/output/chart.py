"""Small charts in characters: the span of a mission against the years, a sparkline. Plain strings, no Rich."""

from __future__ import annotations

from collections.abc import Mapping

EPOCH = 1948
_LEVELS = "▁▂▃▄▅▆▇█"
_ASCII_LEVELS = "_.-=+*#@"


def span_bar(first: str, last: str, today: str, width: int, *, unicode: bool) -> tuple[str, str, str]:
    """The years from 1948 to `today` as a bar of `width` characters: before, during, after the span of ISO days."""
    left, right = _span((first, last), (f"{EPOCH}-01-01", today), width)
    empty, full = ("─", "█") if unicode else ("-", "#")
    return empty * left, full * (right - left), empty * (width - right)


def gantt(span: tuple[str, str], axis: tuple[str, str], width: int, *, unicode: bool) -> str:
    """One line of a chart of spans: `span` of ISO days on an axis of `width` characters."""
    left, right = _span(span, axis, width)
    empty, full = ("·", "█") if unicode else (".", "#")
    return empty * left + full * (right - left) + empty * (width - right)


def year_ruler(first: str, today: str, width: int) -> str:
    """The years above a chart of spans, and its last day at the right; the first year where no other has room."""
    ruler = year_labels((_year(first), _year(today)), width)[: width - 6]
    # A year that the last label would touch is left out whole.
    if len(ruler.rstrip()) == width - 6 and not ruler.endswith(" "):
        ruler = ruler.rstrip("0123456789")
    ruler = ruler if ruler.strip() else first[:4]
    return f"{ruler:{width - 5}}today"


def year_labels(span: tuple[float, float], width: int) -> str:
    """Years along an axis of `width` characters, as many as fit."""
    first, last = int(span[0]), int(span[1])
    step = next((s for s in (1, 2, 5, 10, 20, 50) if (last - first) / s * 6 <= width), 100)
    labels = [" "] * width
    for year in range(first + (-first % step), last + 1, step):
        at = int((year - span[0]) / max(span[1] - span[0], 1e-9) * width)
        if 0 <= at <= width - 4:
            labels[at : at + 4] = str(year)
    return "".join(labels).rstrip()


def _span(span: tuple[str, str], axis: tuple[str, str], width: int) -> tuple[int, int]:
    """Where a span begins and ends among `width` characters; it has at least one."""
    (begin, end), (zero, now) = ([_year(day) for day in days] for days in (span, axis))
    scale = width / max(now - zero, 1)
    left = min(max(int((begin - zero) * scale), 0), width - 1)
    return left, max(min(round((min(end, now) - zero) * scale), width), left + 1)


def _year(day: str) -> float:
    year, month, date = day.split("-")
    return int(year) + (int(month) - 1) / 12 + (int(date) - 1) / 365


def bar(value: float, top: float, width: int, *, unicode: bool) -> str:
    """A bar of up to `width` characters for a value of at most `top`; at least one for what is not zero."""
    length = max(round(value / top * width), 1) if value and top else 0
    return ("█" if unicode else "#") * length


def sparkline(by_year: Mapping[str, int], *, unicode: bool) -> str:
    """One character a year, from the first to the last; a year without a figure is a blank."""
    if not by_year:
        return ""
    levels = _LEVELS if unicode else _ASCII_LEVELS
    top = max(by_year.values()) or 1
    years = range(int(min(by_year)), int(max(by_year)) + 1)
    return "".join(
        levels[min(int(by_year[str(y)] / top * len(levels)), len(levels) - 1)] if str(y) in by_year else " "
        for y in years
    )
