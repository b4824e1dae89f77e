"""Strength, fatalities, timeline: plain numbers in a pipe, bars on a terminal, totals that hold."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from conftest import Run


def test_strength_by_year_is_the_highest_month(pipe: Run) -> None:
    years = pipe("strength", "unprofor", "--json").json
    months = pipe("strength", "unprofor", "--monthly", "--json").json
    assert max(year["total"] for year in years) == 39893
    for year in years:
        inside = [m for m in months if m["period"].startswith(year["period"])]
        assert year["total"] == max(m["total"] for m in inside)
        assert year["months"] == len(inside)


def test_a_gap_is_no_zero(pipe: Run) -> None:
    periods = [row["period"] for row in pipe("strength", "minusma", "--monthly", "--json").json]
    assert "2018-02-28" in periods
    assert not any("2018-03" <= period < "2019-09" for period in periods)


def test_months_stand_with_the_mission_that_had_the_people_and_parts_only_where_they_are_told(pipe: Run) -> None:
    rows = pipe("strength", "unavem-ii,unavem-iii", "--monthly", "--json").json
    assert [r["total"] for r in rows if (r["mission"], r["period"]) == ("unavem-iii", "1995-04-30")] == [500]
    assert {r["mission"] for r in rows if r["period"] > "1995-02"} == {"unavem-iii"}
    observers = pipe("strength", "untso", "--monthly", "--json").json
    early = [r for r in observers if r["period"] < "1992-08"]
    assert [(r["troops"], r["experts"]) for r in early] == [(None, None)] * 21
    assert min(r["total"] for r in observers if "2005" <= r["period"] < "2007") > 100
    sent = pipe("contributors", "--month", "1991-12", "--json").json
    assert {(r["troops"], r["experts"]) for r in sent} == {(None, None)}
    assert "observers among the troops" in pipe("strength", "--help").out


def test_a_mission_without_a_series_shows_the_figures_of_its_record(pipe: Run) -> None:
    rows = pipe("strength", "kfor", "--json").json
    figures = pipe("mission", "kfor", "--json").json["strength"]
    assert [(r["period"], r["kind"], r["component"], r["total"]) for r in rows] == [
        (f["as_of"], f["kind"], f["component"], f["value"]) for f in figures
    ]
    unifil = pipe("strength", "unifil", "--json").json
    assert {r["kind"] for r in unifil if r["period"] < "1990"} == {"deployed"}
    unknown = pipe("strength", "igasom", "--json")
    assert (unknown.code, unknown.json) == (0, [])
    assert "igasom: no figure is known" in unknown.err


@pytest.mark.parametrize("by", ["mission", "year", "cause", "type", "region", "nationality"])
def test_sums_by_any_axis_agree(pipe: Run, by: str) -> None:
    rows = pipe("fatalities", "--by", by, "--json").json
    assert sum(row["deaths"] for row in rows) == 4429
    assert abs(sum(row["share"] for row in rows) - 100) < 3


def test_rates_are_of_the_years_that_the_series_cover(pipe: Run) -> None:
    years = {row["group"]: row["rate"] for row in pipe("fatalities", "--by", "year", "--json").json}
    assert years["1990"] is None
    assert years["2025"] is None
    assert all(years[str(year)] > 0 for year in range(1991, 2025))
    # Haiti in 2010, by hand: the deaths of uniformed personnel against the mean of twelve month-ends.
    monthly = pipe("strength", "minustah", "--monthly", "--json").json
    months = [row["total"] for row in monthly if row["period"].startswith("2010")]
    assert len(months) == 12
    lived = sum(months) / 12
    haiti = pipe(
        "fatalities", "--by", "year", "--country", "haiti", "--category", "un-peacekeeping-operation", "--json"
    )
    (rate,) = [row["rate"] for row in haiti.json if row["group"] == "2010"]
    assert rate == round(_died("minustah", "2010") * 1000 / lived, 2)
    assert all(row["rate"] is not None for row in pipe("fatalities", "--by", "cause", "--json").json)


def test_a_mission_has_one_rate_and_it_tells_what_it_rests_on(pipe: Run) -> None:
    records = {m["acronym"]: m for m in pipe("missions", "--category", "un-peacekeeping-operation", "--json").json}
    for options in ([], ["--since", "1948"], ["--mission", "unifil", "--mission", "uncro"]):
        for row in pipe("fatalities", *options, "--json").json:
            mission = records.get(row["group"])
            if not mission or row["group"] == "MINUGUA":  # the name of two missions
                continue
            assert row["rate"] == mission["fatality_rate"], row
            assert row["rate_deaths"] == mission["fatality_rate_deaths"]
            assert row["rate_deaths"] is None or row["rate_deaths"] <= row["deaths"]
            if row["rate"] is not None:
                assert row["rate"] == pytest.approx(row["rate_deaths"] * 1000 / row["person_years"], abs=0.02)
            assert row["person_years"] is None or (row["rate"] is None) == (row["person_years"] < 500)
    unifil = pipe("fatalities", "--mission", "unifil", "--by", "year", "--json").json
    assert sum(row["deaths"] for row in unifil) == 339
    assert {row["group"] for row in unifil if row["rate"] is not None} <= {str(year) for year in range(1991, 2025)}


def test_contributors_never_take_a_gap_for_nought(pipe: Run) -> None:
    women = pipe("contributors", "--month", "2024-09", "--type", "women", "--json").json
    assert all(row["change"] is None for row in women), "2023-09 does not give women"
    assert {row["change"] for row in pipe("contributors", "--month", "2018-01", "--type", "troops", "--json").json} == {
        None
    }
    missing = pipe("contributors", "--month", "2023-09", "--type", "women")
    assert (missing.code, missing.out) == (1, "")
    assert "gives women for 2023-09; the nearest are of 2023-08 and 2023-10" in missing.err
    ethiopia = pipe("contributors", "--since", "2010", "--type", "women", "--country", "ethiopia", "--json").json[0]
    monthly = pipe("contributors", "--by", "month", "--since", "2010", "--country", "ethiopia", "--json").json
    known = [row["women"] for row in monthly if row["women"] is not None]
    assert (ethiopia["of_months"], ethiopia["mean"]) == (len(known), round(sum(known) / len(known)))


def test_contributors_add_up_over_time(pipe: Run) -> None:
    years = {row["period"]: row for row in pipe("contributors", "--by", "year", "--json").json}
    assert (years["2015"]["total"], years["2015"]["month"]) == (107805, "2015-04-30")
    assert (years["1994"]["total"], years["1994"]["month"]) == (78946, "1994-09-30")
    months = pipe("contributors", "--by", "month", "--since", "2018", "--until", "2019", "--json").json
    assert [row["period"] for row in months] == sorted(row["period"] for row in months)
    assert len(months) == 24
    in_mali = pipe("contributors", "--by", "month", "--mission", "minusma", "--country", "chad", "--json").json
    ranked = pipe("contributors", "--month", in_mali[0]["period"][:7], "--mission", "minusma", "--json").json
    assert in_mali[0]["total"] == next(row["total"] for row in ranked if row["country"] == "TCD")


def test_contributors_of_a_closed_mission_are_its_last(pipe: Run, terminal: Run) -> None:
    for mission in ("minusma", "unmil", "minustah"):
        (record,) = [m for m in pipe("missions", "--json").json if m["id"] == mission]
        rows = pipe("contributors", "--mission", mission, "--json").json
        assert rows
        assert len({row["month"] for row in rows}) == 1
        assert all(row["month"] <= record["end"] for row in rows)
    page = " ".join(terminal("contributors", "--limit", "2", columns=120).plain.split())
    assert re.search(r"[\d,]+ of \d+ countries in all at the month-end", page)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--mission", "unifil", "--region", "africa"], "unifil: not in --region africa; leave one of them out"),
        (["--mission", "kfor"], "nobody is reported in these missions; the reports hold UN missions, from 2014-03 on"),
        (
            ["--since", "2014-05", "--until", "2014-12"],
            "for 2014-05 to 2014-12; the nearest are of 2014-03 and 2015-01",
        ),
    ],
)
def test_contributors_say_why_there_are_none(pipe: Run, arguments: list[str], said: str) -> None:
    result = pipe("contributors", *arguments)
    assert (result.code, result.out) == (1, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_a_country_without_people_in_a_mission_is_no_fault(pipe: Run) -> None:
    result = pipe("contributors", "--country", "rwanda", "--mission", "unifil")
    assert result.code == 0
    assert result.err.startswith("pkcli: none of these countries is in these missions at the month-end 2025-07-31")


UNIFORMED = ("military", "military-observer", "police")


def _died(mission: str, year: str) -> int:
    path = Path(__file__).parents[2] / "data" / "fatalities.csv"
    rows = [line.split(",") for line in path.read_text("utf-8").splitlines()]
    return sum(int(r[-1]) for r in rows if r[0] == mission and r[2] == year and r[4] in UNIFORMED)


def test_filters_narrow_the_fatalities(pipe: Run) -> None:
    # Other organisations' missions have figures of their own, which are not in the UN's series.
    narrowed = ["--region", "africa", "--category", "un-peacekeeping-operation", "--json"]
    africa = pipe("fatalities", "--by", "cause", *narrowed).json
    missions = pipe("missions", *narrowed).json
    assert sum(row["deaths"] for row in africa) == sum(m["fatalities"] or 0 for m in missions)
    published = {row["group"]: row["deaths"] for row in pipe("fatalities", "--json").json}
    assert published["UNIFIL"] == 339
    assert published["MINUSMA"] == 311


def test_since_and_until_bound_the_years_of_the_deaths(pipe: Run) -> None:
    whole = {row["group"]: row["deaths"] for row in pipe("fatalities", "--by", "year", "--json").json}
    bounded = {
        row["group"]: row["deaths"]
        for row in pipe("fatalities", "--by", "year", "--since", "2020", "--until", "2021", "--json").json
    }
    assert bounded == {year: whole[year] for year in ("2020", "2021")}
    by_mission = pipe("fatalities", "--since", "2020", "--until", "2021", "--json").json
    assert sum(row["deaths"] for row in by_mission) == sum(bounded.values())


def test_a_nationality_is_counted_by_mission_and_not_by_year(pipe: Run) -> None:
    nepal = pipe("fatalities", "--nationality", "nepal", "--json").json
    (of_all,) = [r for r in pipe("fatalities", "--by", "nationality", "--json").json if r["group"] == "Nepal"]
    assert sum(row["deaths"] for row in nepal) == of_all["deaths"]
    for arguments in (["--by", "year"], ["--since", "2020"]):
        refused = pipe("fatalities", "--nationality", "nepal", *arguments)
        assert (refused.code, refused.out, refused.err.count("\n")) == (2, "", 1)


def test_a_filter_by_region_agrees_with_the_count_by_region(pipe: Run) -> None:
    by_region = {row["group"]: row["deaths"] for row in pipe("fatalities", "--by", "region", "--json").json}
    africa = pipe("fatalities", "--region", "africa", "--json").json
    assert sum(row["deaths"] for row in africa) == by_region["africa"]


def test_the_timeline_keeps_its_chart_on_a_narrow_terminal(terminal: Run) -> None:
    lines = terminal("timeline", "--region", "europe", "--limit", "3", columns=40).plain.splitlines()
    assert "today" in lines[0]
    assert all("█" in line and len(line) <= 40 for line in lines[2:5])


@pytest.mark.parametrize("region", ["africa", "americas", "asia-pacific", "europe", "middle-east"])
@pytest.mark.parametrize("columns", [40, 60])
def test_the_axis_of_the_timeline_has_a_year(terminal: Run, region: str, columns: int) -> None:
    axis = terminal("timeline", "--region", region, columns=columns).plain.splitlines()[0]
    assert re.search(r"\b(19|20)\d\d\b.* today$", axis)


def test_the_timeline_has_a_bar_a_mission(terminal: Run, pipe: Run) -> None:
    begun = ["--status", "active", "--status", "completed"]
    records = pipe("missions", "--region", "europe", *begun, "--json").json
    for columns in (80, 140):
        lines = terminal("timeline", "--region", "europe", columns=columns, NO_COLOR="1").out.splitlines()
        assert max(map(len, lines)) <= columns
        bars = [line for line in lines if "█" in line]
        assert len(bars) == len(records)
    assert {row[1] for row in pipe("timeline", "--region", "europe").rows[1:]} == {"europe"}
    assert "█" not in pipe("timeline", "--region", "europe").out


@pytest.mark.parametrize(
    "arguments",
    [["strength", "unifil"], ["fatalities", "--by", "year"], ["timeline"], ["contributors", "--limit", "9"]],
    ids=" ".join,
)
def test_charts_survive_other_terminals(terminal: Run, pipe: Run, arguments: list[str]) -> None:
    assert "█" in terminal(*arguments, columns=130).out
    ascii_only = pipe(*arguments, "--format", "table", PYTHONIOENCODING="ascii")
    assert ascii_only.code == 0
    assert "#" in ascii_only.out
    assert max(map(len, terminal(*arguments, columns=60).plain.splitlines())) <= 60


def test_contributors_of_a_month(pipe: Run) -> None:
    rows = pipe("contributors", "--month", "2014-03", "--json").json
    assert [row["rank"] for row in rows] == list(range(1, len(rows) + 1))
    assert [row["total"] for row in rows] == sorted((row["total"] for row in rows), reverse=True)
    assert sum(row["total"] for row in rows) == 97811
    assert abs(sum(row["share"] for row in rows) - 100) < 3
    latest = pipe("contributors", "--json", "--limit", "4").json
    assert [(row["name"], row["total"], row["month"]) for row in latest] == [
        ("Nepal", 6039, "2025-07-31"),
        ("Rwanda", 5905, "2025-07-31"),
        ("Bangladesh", 5685, "2025-07-31"),
        ("India", 5373, "2025-07-31"),
    ]


def test_contributors_of_a_mission_a_type_and_a_country(pipe: Run) -> None:
    rows = pipe("contributors", "--mission", "minusma", "--month", "2021-01", "--json").json
    (peak,) = [r for r in pipe("strength", "minusma", "--monthly", "--json").json if r["period"] == "2021-01-31"]
    assert sum(row["total"] for row in rows) == peak["total"] == 14837
    women = pipe("contributors", "--type", "women", "--json").json
    assert [row["women"] for row in women] == sorted((row["women"] for row in women), reverse=True)
    (ghana,) = pipe("contributors", "--country", "ghana", "--json").json
    assert (ghana["country"], ghana["rank"]) == ("GHA", 7)
    africa = {row["country"]: row["total"] for row in pipe("contributors", "--region", "africa", "--json").json}
    everywhere = {row["country"]: row["total"] for row in pipe("contributors", "--json").json}
    assert all(total <= everywhere[country] for country, total in africa.items())


def test_contributors_of_missions_that_are_over_are_those_of_their_lives(pipe: Run, terminal: Run) -> None:
    # The guard of MINUSMA's liquidation is reported into 2024, in which other missions in Mali live on.
    for missions in ("minusma", "mali"):
        assert {row["month"] for row in pipe("contributors", "-m", missions, "--json").json} == {"2023-12-31"}
    assert "in the missions asked for, ranked by" in terminal("contributors", "-m", "mali", columns=160).plain


def test_the_parts_of_a_contributor_add_up_in_its_table(terminal: Run) -> None:
    shown = terminal("contributors", "--month", "2024-09", columns=140, NO_COLOR="1").out.splitlines()
    heads, nepal = (re.split(" {2,}", line.strip()) for line in (shown[0], next(s for s in shown if " Nepal " in s)))
    row = dict(zip(heads, nepal, strict=False))
    parts = [int(row[name].replace(",", "")) for name in ("Troops", "Staff", "Experts", "Police")]
    assert sum(parts) == int(row["Total"].replace(",", "")) == 6125


@pytest.mark.parametrize("when", [["--month", "2024-09"], ["--since", "2024"]], ids=" ".join)
def test_a_ranking_says_by_what(terminal: Run, when: list[str]) -> None:
    shown = terminal("contributors", "--type", "staff-officers", *when, columns=160).plain
    assert "in UN missions, ranked by staff officers" in shown
    assert "ranked by all personnel" in terminal("contributors", *when, columns=160).plain


def test_contributors_over_a_span(pipe: Run) -> None:
    rows = pipe("contributors", "--since", "2010", "--until", "2012", "--json").json
    assert {row["of_months"] for row in rows} == {36}
    assert all(row["months"] <= 36 and row["mean"] <= row["peak"] for row in rows)


@pytest.mark.parametrize(
    ("arguments", "code", "part"),
    [
        (["contributors", "--month", "2020-06"], 1, "the nearest are of 2020-05 and 2020-07"),
        (["contributors", "--month", "2018-05", "--mission", "minusma"], 1, "the nearest are of 2018-02 and 2019-09"),
        (["contributors", "--month", "1980-01"], 1, "the nearest are of 1990-11"),
        (["contributors", "--month", "soon"], 2, "write 1948, 1948-05 or 1948-05-29"),
        (["contributors", "--month", "2020-05", "--since", "2019"], 2, "contradict each other"),
        (["contributors", "--type", "tanks"], 2, "is not one of: total, troops"),
        (["locations", "kfor"], 1, "no places are known"),
        (["locations", "minusma", "--year", "1999"], 1, "known are years from 2014 to 2024"),
        (["locations", "mali"], 1, "name one of them"),
        (["strength", "unifil", "--format", "json", "--output", "x.svg"], 2, "leave out --format json"),
    ],
    ids=lambda c: " ".join(c) if isinstance(c, list) else None,
)
def test_what_is_not_known_is_told_in_one_line(pipe: Run, arguments: list[str], code: int, part: str) -> None:
    result = pipe(*arguments)
    assert (result.code, result.out, result.err.count("\n")) == (code, "", 1)
    assert part in result.err


def test_a_country_hosts_sends_and_mourns(pipe: Run, terminal: Run) -> None:
    rwanda = pipe("country", "rwanda", "--json").json
    assert {m["id"] for m in rwanda["hosted_missions"]} >= {"unamir", "unomur"} - {"unomur"}
    assert rwanda["personnel"] == 5905 == sum(part["total"] for part in rwanda["personnel_by_mission"])
    assert rwanda["fatalities"] == sum(part["deaths"] for part in rwanda["fatalities_by_mission"])
    (row,) = [row for row in pipe("countries", "--json").json if row["id"] == "RWA"]
    assert {key: rwanda[key] for key in row} == row
    assert pipe("countries", "--sending", "--json").json == [
        row for row in pipe("countries", "--json").json if row["personnel"]
    ]
    page = terminal("country", "RW", columns=80).plain
    assert "Hosts and hosted" in page
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("name", ["rwanda", "ghana", "canada", "el salvador"])
def test_each_source_of_a_country_is_cited_on_its_page(pipe: Run, name: str) -> None:
    text, _, sources = pipe("country", name, "--format", "table").out.partition("\nSources\n")
    cited = {number for group in re.findall(r" \[([\d,]+)\]", text) for number in group.split(",")}
    assert cited == set(re.findall(r"^  \[(\d+)\]", sources, re.MULTILINE))


def test_the_points_of_a_column_stand_below_each_other(pipe: Run) -> None:
    table = pipe("locations", "monusco", "--columns", "latitude,longitude", "--format", "table", "--no-header").out
    rows = table.split("\n\n")[1].splitlines()[:-1]
    assert len(rows) > 20
    assert all(re.fullmatch(r" *-?\d+\.\d\d +-?\d+\.\d\d", row) for row in rows)
    costs = pipe("missions", "--status", "active", "--columns", "cost", "--format", "table", "--no-header").out
    assert {line.partition(".")[2] for line in costs.splitlines()[:-1]} <= {"", *"0123456789"}
    page = pipe("mission", "minusca", "--format", "table").out
    assert "1,018.0 million USD" in page
    assert pipe("mission", "minusca", "--json").json["cost"] == 1018.0061


def test_deaths_by_year_do_not_repeat_the_year(pipe: Run) -> None:
    assert pipe("fatalities", "--by", "year", "--format", "table").rows[0][0].split()[:2] == ["Year", "Deaths"]
    assert "First" not in pipe("fatalities", "--by", "year", "--format", "table").out
    assert "First" in pipe("fatalities", "--by", "cause", "--format", "table").out
    assert {row["first"] - int(row["group"]) for row in pipe("fatalities", "--by", "year", "--json").json} == {0}


def test_places_as_table_geojson_and_map(pipe: Run, terminal: Run) -> None:
    rows = pipe("locations", "minusma", "--year", "2019", "--json").json
    geojson = json.loads(pipe("locations", "minusma", "--year", "2019", "--geojson").out)
    assert geojson["type"] == "FeatureCollection"
    assert [f["geometry"]["coordinates"] for f in geojson["features"]] == [
        [row["longitude"], row["latitude"]] for row in rows
    ]
    assert [f["properties"]["units"] for f in geojson["features"]] == [row["units"] for row in rows]
    sorted_and_cut = ["--sort", "-latitude", "--limit", "2"]
    northmost = json.loads(pipe("locations", "minusma", "--year", "2019", "--geojson", *sorted_and_cut).out)["features"]
    assert [f["properties"]["place"] for f in northmost] == [
        row["place"] for row in sorted(rows, key=lambda row: -row["latitude"])[:2]
    ]
    plain = pipe("locations", "minustah", "--geojson", PYTHONIOENCODING="ascii").out
    assert json.loads(plain) == json.loads(pipe("locations", "minustah", "--geojson").out)
    shown = terminal("locations", "minusma", "--year", "2019", columns=80).plain
    assert "° N" in shown
    assert max(map(len, shown.splitlines())) <= 80


def test_a_place_without_troop_units_has_no_number_of_troops(pipe: Run, terminal: Run) -> None:
    rows = {row["place"]: row for row in pipe("locations", "unmil", "--year", "2016", "--json").json}
    assert (rows["Voinjama"]["units"], rows["Voinjama"]["troops"]) == (["observers", "police"], None)
    assert rows["Monrovia"]["troops"] > 0
    assert not any(row["troops"] == 0 for row in rows.values())
    heading = terminal("locations", "unmil", "--year", "2016", columns=100).plain
    assert "Troops" in heading
    assert "About" not in heading


def test_a_place_has_the_highest_level_of_headquarters_of_its_year(pipe: Run) -> None:
    rows = {row["place"]: row for row in pipe("locations", "monua", "--year", "1997", "--json").json}
    assert rows["Negage/Bungo"]["headquarters"] == "mission"


def test_the_map_counts_what_the_list_counts(pipe: Run, terminal: Run) -> None:
    rows = pipe("map", "--status", "active", "--json").json
    missions = pipe("missions", "--status", "active", "--json").json
    assert sum(row["missions"] for row in rows) == sum(len(m["countries"]) for m in missions)
    for columns in (40, 80, 140):
        shown = terminal("map", "--status", "active", columns=columns, NO_COLOR="1").out
        assert "●" in shown
        assert max(map(len, shown.splitlines())) <= columns


@pytest.mark.parametrize(
    ("arguments", "key"), [(["locations", "monusco"], "units"), (["map"], "acronyms"), (["map"], "mission_ids")]
)
def test_several_values_are_an_array_in_json_and_one_cell_elsewhere(pipe: Run, arguments: list[str], key: str) -> None:
    values = [row[key] for row in pipe(*arguments, "--json").json]
    assert all(isinstance(value, list) for value in values)
    assert any(len(value) > 1 for value in values)
    assert [cell for (cell,) in pipe(*arguments, "--columns", key, "--no-header").rows] == [
        ";".join(value) for value in values
    ]


def test_the_map_counts_a_mission_of_neighbours_once(pipe: Run, terminal: Run) -> None:
    untso = ["map", "--country", "israel", "--type", "observer", "--until", "1950"]
    rows = pipe(*untso, "--json").json
    assert len(rows) > 3
    assert {tuple(row["mission_ids"]) for row in rows} == {("untso",)}
    shown = terminal(*untso, columns=60, NO_COLOR="1").out.split("Host ")[0]
    assert 0 < shown.count("●") < len(rows)
    assert not re.search(r"\d", shown)


def test_the_map_says_what_it_cannot_draw_and_where_the_data_end(terminal: Run, pipe: Run) -> None:
    shown = terminal("map", "--country", "yugoslavia", columns=140, NO_COLOR="1").out
    assert "not drawn: Yugoslavia (former)" in shown
    assert "not drawn" not in terminal("map", "--country", "mali", columns=140, NO_COLOR="1").out
    assert "is after the date of the data" in pipe("map", "--since", "2030").err
    assert "is after the date of the data" in pipe("fatalities", "--active-on", "2030").err


def test_the_map_reaches_beyond_the_date_line(terminal: Run) -> None:
    shown = terminal("map", "--country", "samoa", "--scope", "all", columns=100, NO_COLOR="1").out
    assert shown.split("Host ")[0].count("●") >= 1


@pytest.mark.parametrize(
    "arguments",
    [["strength", "unprofor"], ["map"], ["timeline"], ["mission", "minusma"], ["country", "ghana"], ["contributors"]],
    ids=" ".join,
)
def test_pictures(pipe: Run, tmp_path: Path, arguments: list[str]) -> None:
    for suffix, start in (("svg", "<svg"), ("html", "<!DOCTYPE html>"), ("SVG", "<svg")):
        file = tmp_path / f"picture.{suffix}"
        result = pipe(*arguments, "--output", str(file))
        assert (result.code, result.out) == (0, "")
        assert file.read_text("utf-8").startswith(start)
        assert "\x1b" not in file.read_text("utf-8")
        assert "@font-face" not in file.read_text("utf-8"), "a picture asks no network for its fonts"


@pytest.mark.parametrize(
    "arguments",
    [["timeline", "-r", "europe"], ["strength", "unifil"], ["locations", "monusco"], ["mission", "minusma"]],
    ids=" ".join,
)
def test_each_word_of_a_picture_stands_in_its_column(pipe: Run, tmp_path: Path, arguments: list[str]) -> None:
    file = tmp_path / "picture.svg"
    assert pipe(*arguments, "--output", str(file)).code == 0
    cells: dict[tuple[int, int], str] = {}
    for x, y, word in re.findall(r'<text class="[^"]*-r\d+" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', file.read_text()):
        assert not re.search(r"\s|&#160;", word)
        for n, character in enumerate(unescape(word)):
            cells[round((float(y) - 20) / 24.4), round(float(x) / 12.2) + n] = character
    table = pipe(*arguments, "--format", "table", COLUMNS="110").out
    # Rows of middle dots belong to charts; single ones are text.
    undrawn = re.sub("[\u2800-\u28ff▁-█─│└]|·(?=[·█])|(?<=[·█])·", " ", table)
    lines = enumerate(undrawn.splitlines())
    assert cells == {(row, column): c for row, line in lines for column, c in enumerate(line) if c != " "}


def test_a_picture_says_what_it_shows(pipe: Run, tmp_path: Path) -> None:
    for name in ("a.svg", "a.html"):
        assert pipe("fatalities", "--by", "year", f"--output={tmp_path / name}", "--color", "always").code == 0
        text = (tmp_path / name).read_text("utf-8").replace("&#160;", " ")
        assert ">pkcli fatalities --by year<" in text
    many = [f"--country={name}" for name in ("mali", "sudan", "lebanon", "cyprus", "liberia", "haiti", "timor-leste")]
    assert pipe("map", *many, *many, "--output", str(tmp_path / "long.svg")).code == 0
    (title,) = re.findall(r'-title"[^>]*>([^<]*)<', (tmp_path / "long.svg").read_text("utf-8"))
    assert len(unescape(title)) == 110
    assert title.endswith("…")


@pytest.mark.parametrize("suffix", ["svg", "html"])
def test_a_picture_draws_each_dot_of_a_chart(pipe: Run, tmp_path: Path, suffix: str) -> None:
    image = tmp_path / f"unamid.{suffix}"
    assert pipe("strength", "unamid", "--output", str(image)).code == 0
    drawn = re.findall(r'<path fill="[^"]*" d="([^"]*)"', image.read_text("utf-8"))
    dots = [dot for path in drawn for dot in re.findall(r"M([\d.]+) ([\d.]+)h", path)]
    assert len(dots) > 100
    assert not re.search("[\u2800-\u28ff]", image.read_text("utf-8"))
    if suffix == "svg":  # one coordinate system for all of the chart: no two dots fall on one place
        assert len(set(dots)) == len(dots)


@pytest.mark.parametrize(
    "arguments",
    [
        ["strength", "unmil"],
        ["contributors"],
        ["contributors", "--since", "2020"],
        ["fatalities", "--by", "cause"],
        ["locations", "unmil"],
        ["timeline", "-r", "americas"],
        ["map"],
    ],
    ids=" ".join,
)
def test_what_is_drawn_is_no_column_elsewhere(pipe: Run, terminal: Run, arguments: list[str]) -> None:
    head, rule, *rows = pipe(*arguments, "--format", "markdown").out.splitlines()
    assert "|  |" not in head
    assert len({line.replace("\\|", "").count("|") for line in (head, rule, *rows)}) == 1
    drawn = "mark" if arguments[0] == "locations" else "chart"
    for option in ("--columns", "--sort"):
        refused = pipe(*arguments, option, drawn)
        assert (refused.code, refused.out) == (2, "")
        assert f", {drawn}" not in refused.err
    assert terminal(*arguments, "--columns", drawn).code == (2 if arguments == ["map"] else 0)


def test_a_year_of_few_months_is_told_at_every_width(terminal: Run) -> None:
    for columns in (80, 100, 140):
        shown = terminal("strength", "minusma", columns=columns).plain
        heading = next(line for line in shown.splitlines() if "Months" in line)
        row = next(line for line in shown.splitlines() if re.search(r" 2018 ", line) and "13,535" in line)
        assert row[heading.index("Months") :].split()[0] == "2"
        assert re.search(
            r"^2014 .* 98,739 .* 3 ", terminal("contributors", "--by", "year", columns=columns).plain, re.M
        )


def test_troops_over_two_ways_of_counting_say_so(terminal: Run) -> None:
    both = terminal("contributors", "--since", "2016", "--until", "2018", "--type", "troops").plain
    assert "staff officers are among the troops until 2017-04" in " ".join(both.split())
    one = terminal("contributors", "--since", "2018", "--until", "2019", "--type", "troops").plain
    assert "among the troops" not in one


def test_the_timeline_marks_what_is_not_confirmed(pipe: Run, terminal: Run) -> None:
    rows = {row["id"]: row for row in pipe("timeline", "--region", "europe", "--json").json}
    doubtful = [row for row in rows.values() if row["unconfirmed"]]
    assert doubtful
    shown = terminal("timeline", "--region", "europe", columns=140).plain
    assert len(re.findall("–\\?", shown)) == len(doubtful)
    assert "? not confirmed of late" in shown


def test_missions_that_do_not_fit_the_other_options_are_named(pipe: Run) -> None:
    result = pipe("fatalities", "--mission", "unifil", "--region", "africa")
    assert result.code == 0
    assert result.err == "pkcli: none of the missions unifil fits the other options; leave one of them out\n"
