"""What scripts get: whole records, valid JSON, quiet ends."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from pathlib import Path

import pytest
from conftest import PROGRAM, Run

from pkcli.columns import OUTPUTS

KEYS = {
    "id",
    "acronym",
    "name",
    "organizations",
    "type",
    "category",
    "status",
    "region",
    "countries",
    "scope",
    "established",
    "start",
    "end",
    "mandate_until",
    "resolutions",
    "predecessors",
    "successors",
    "personnel",
    "fatalities",
    "summary",
    "sources",
    "as_of",
}


def test_a_list_is_tab_separated_with_a_header(pipe: Run) -> None:
    result = pipe("missions", "--region", "africa")
    assert result.code == 0
    assert result.err == ""
    header, *rows = result.rows
    assert header[:3] == ["id", "acronym", "name"]
    assert {len(row) for row in rows} == {len(header)}
    assert "\x1b" not in result.out
    assert len(rows) == len(pipe("missions", "--region", "africa", "--json").json)


def test_json_lists_have_the_documented_keys(pipe: Run) -> None:
    records = pipe("missions", "--region", "africa", "--format", "json").json
    assert "MINUSMA" in [r["acronym"] for r in records]
    for record in records:
        assert set(record) >= KEYS
        assert record["region"] == "africa"
        assert record["personnel"] is None or isinstance(record["personnel"], int)
        assert not any(isinstance(value, dict) for value in record.values())


def test_one_id_gives_an_object_and_several_an_array(pipe: Run) -> None:
    assert pipe("mission", "minusma", "--json").json["end"] == "2023-12-31"
    assert [m["id"] for m in pipe("mission", "unmil", "minusma", "--json").json] == ["unmil", "minusma"]
    assert [m["id"] for m in pipe("mission", "unmil,minusma", "--json").json] == ["unmil", "minusma"]


def test_the_detail_holds_the_list_keys_unchanged(pipe: Run) -> None:
    detail = pipe("mission", "unmil", "--json").json
    flat = next(r for r in pipe("missions", "--json").json if r["id"] == "unmil")
    assert {key: detail[key] for key in flat} == flat


@pytest.mark.parametrize(
    "words",
    ["minusma", "MINUSMA", "Minusma", "United Nations Multidimensional Integrated Stabilization Mission in Mali"],
)
def test_names_forgive(pipe: Run, words: str) -> None:
    assert pipe("mission", words, "--json").json["id"] == "minusma"


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("un-mission-in-liberia", "unmil"),
        ("ONUCI", "unoci"),
        ("IPTF", "unmibh"),
        ("un peacekeeping force in cyprus", "unficyp"),
    ],
)
def test_other_names_find_the_record(pipe: Run, words: str, id: str) -> None:
    assert pipe("mission", words, "--json").json["id"] == id


def test_a_host_country_lists_its_missions(pipe: Run) -> None:
    result = pipe("mission", "mali")
    assert result.code == 0
    assert {"minusma", "afisma", "eutm-mali"} <= {row[0] for row in result.rows}
    assert "name one of them" in result.err


def test_jsonl_and_csv_and_markdown(pipe: Run) -> None:
    lines = pipe("missions", "--org", "nato", "--format", "jsonl").out.splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert {"ifor", "sfor", "kfor", "isaf"} <= set(ids)
    table = list(csv.DictReader(io.StringIO(pipe("missions", "--org", "nato", "--format", "csv").out)))
    assert [row["id"] for row in table] == ids
    markdown = pipe("missions", "--org", "nato", "--format", "markdown").out.splitlines()
    assert len(markdown) == len(ids) + 2
    assert set(markdown[1]) <= set("|-: ")


LISTS = {name: name for name in OUTPUTS} | {
    "contributors --since": "contributors --since 2020",
    "contributors --by": "contributors --by year",
    "strength": "strength unmil kfor",
    "locations": "locations monusco",
    "stats": "stats --by region",
    "mission --mandate": "mission minusma --mandate",
    "mission --sources": "mission minusma --sources",
    "search": "search peace",
    "missions": "missions --scope all",
    "mission": "mission minusma unmil",
    "org": "org un au",
    "country": "country rwanda",
    "topic": "topic working-together",
    "resolution": "resolution 2100",
    "show": "show kosovo",
    "compare": "compare minusma unmil --align date",
    "compare organisations": "compare un au",
    "data status": "data status",
}


@pytest.mark.parametrize("format", ["tsv", "csv", "markdown"])
@pytest.mark.parametrize("arguments", LISTS.values(), ids=LISTS)
def test_no_cell_is_a_list_or_a_mapping_of_a_programming_language(pipe: Run, arguments: str, format: str) -> None:
    result = pipe(*arguments.split(), "--format", format)
    assert result.code == 0
    assert result.out.count("\n") > 1
    # Titles that are not the source's own stand in brackets, as [Title].
    assert not re.findall(r".*(?:\{|\[(?:['\"{\]]|\d+[,\]])).*", result.out)


def test_compare_gives_the_strength_of_each_year_in_a_cell(pipe: Run) -> None:
    (row,) = [row for row in pipe("compare", "minusma", "unmil").rows if row[0] == "strength_by_year"]
    by_year = pipe("mission", "minusma", "--json").json["strength_by_year"]
    assert dict(part.split("=") for part in row[1].split(";")) == {year: str(n) for year, n in by_year.items()}


def test_columns_choose_and_order(pipe: Run) -> None:
    assert pipe("missions", "--columns", "end, Acronym", "--limit", "1").rows[0] == ["end", "acronym"]
    assert list(pipe("missions", "--columns", "end,acronym", "--json").json[0]) == ["end", "acronym"]
    assert pipe("missions", "--columns", "id", "--no-header", "--limit", "2").out.count("\n") == 2


@pytest.mark.parametrize(
    ("arguments", "field"), [(["missions", "--org", "au"], "personnel"), (["fatalities", "--by", "cause"], "deaths")]
)
def test_a_hyphen_before_a_field_sorts_downwards(pipe: Run, arguments: list[str], field: str) -> None:
    def values(*order: str) -> list[int]:
        return [row[field] for row in pipe(*arguments, *order, "--json").json if row[field] is not None]

    upwards = values("--sort", field)
    assert upwards == sorted(upwards)
    assert len(set(upwards)) > 3
    assert values("--sort", f"-{field}") == values(f"--sort=-{field.upper()}") == sorted(upwards, reverse=True)
    assert values("--sort", f"-{field}", "--reverse") == upwards
    assert pipe(*arguments, "--sort", "-nonsense").code == 2


@pytest.mark.parametrize("command", ["missions", "fatalities", "contributors", "map", "sources", "search peace"])
def test_a_limit_of_none_is_told_as_such(pipe: Run, command: str) -> None:
    result = pipe(*command.split(), "--limit", "0", "--json")
    assert (result.code, result.json) == (0, [])
    assert "--limit 0 asks for no" in result.err
    assert result.err.count("\n") == 1


def test_an_empty_list_is_no_error(pipe: Run) -> None:
    result = pipe("missions", "--country", "switzerland", "--json")
    assert (result.code, result.json) == (0, [])
    assert result.err.count("\n") == 1
    assert "no mission matches" in result.err


def test_output_goes_to_a_file_in_the_form_of_its_name(pipe: Run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("mine")
    assert pipe("missions", "--output", str(target)).out == ""
    assert len(json.loads(target.read_text("utf-8"))) > 70
    assert list(tmp_path.iterdir()) == [target]


def test_a_hyphen_for_a_file_is_standard_output(pipe: Run, environment: dict[str, str], tmp_path: Path) -> None:
    done = subprocess.run(
        [PROGRAM, "missions", "--output", "-"], env=environment, cwd=tmp_path, capture_output=True, encoding="utf-8"
    )
    assert (done.returncode, done.stdout) == (0, pipe("missions").out)
    assert list(tmp_path.iterdir()) == []
    nameless = pipe("missions", "--output", "")
    assert (nameless.code, nameless.out) == (2, "")
    assert "names no file" in nameless.err


@pytest.mark.parametrize(
    "arguments", ["missions --scope all", "missions --json", "schema", "completion bash", "sources", "--help"]
)
def test_head_ends_quietly(environment: dict[str, str], arguments: str) -> None:
    """More than a pipe holds, so that the writer meets the closed end."""
    script = f"set -o pipefail; {PROGRAM} {arguments} | head -1"
    done = subprocess.run(["bash", "-c", script], env=environment, capture_output=True, text=True)
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (0, "", 1)


def test_a_full_disk_is_told(environment: dict[str, str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([PROGRAM, "missions"], env=environment, stdout=full, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1
    assert done.stderr.startswith("pkcli: ")
    assert "Traceback" not in done.stderr


def test_show_names_any_kind(pipe: Run) -> None:
    assert pipe("show", "united", "nations", "mission", "in", "liberia", "--json").json["id"] == "unmil"
    assert pipe("show", "nato", "--json").json["kind"] == "alliance"
    assert {"kfor", "unmik"} <= {m["id"] for m in pipe("show", "kosovo", "--json").json["hosted_missions"]}


def test_search_ranks_exact_names_first_and_shows_the_passage(pipe: Run) -> None:
    hits = pipe("search", "ISAF", "--json").json
    assert hits[0]["id"] == "isaf"
    assert all(hit["snippet"] for hit in hits)
    assert pipe("search", "cote divoire", "--limit", "3", "--json").json
    assert pipe("search", "xyzzyplugh", "--json").json == []


def test_organisations(pipe: Run) -> None:
    ngos = pipe("orgs", "--kind", "ngo", "--json").json
    assert {"msf", "interpeace", "geneva-call"} <= {o["id"] for o in ngos}
    un = pipe("org", "un", "--json").json
    assert un["missions"] >= 71
    assert {"id": "minusma"}.items() <= next(m for m in un["mission_list"] if m["id"] == "minusma").items()


def test_compare_has_a_row_a_fact(pipe: Run) -> None:
    rows = {r["fact"]: r for r in pipe("compare", "MINUSMA", "UNMIL", "AMISOM", "--json").json}
    assert rows["end"] == {
        "fact": "end",
        "minusma": "2023-12-31",
        "unmil": "2018-03-30",
        "amisom": "2022-03-31",
        "differs": True,
    }
    assert rows["region"]["differs"] is False
    assert rows["task: protection-of-civilians"]["minusma"] is True
    assert rows["fatality_rate"]["minusma"] > rows["fatality_rate"]["unmil"] > 0
    differing = pipe("compare", "MINUSMA", "UNMIL", "--diff", "--json").json
    assert differing
    assert all(row["differs"] for row in differing)


def test_compare_aligns_by_age(pipe: Run) -> None:
    rows = {r["fact"]: r for r in pipe("compare", "MINUSMA", "UNMIL", "--align", "age", "--json").json}
    assert rows["peak in year 1"]["minusma"]
    monthly = {row["month"]: row["total"] for row in pipe("strength", "unmil", "--monthly", "--json").json}
    first = [total for month, total in monthly.items() if "2003-09" <= month < "2004-09"]
    assert rows["peak in year 1"]["unmil"] == max(first)
    assert "peak in year 16" not in rows
    old = {r["fact"]: r for r in pipe("compare", "untso", "unifil", "--align", "age", "--json").json}
    assert min(int(f.split()[-1]) for f, r in old.items() if f.startswith("peak in year") and r["untso"]) >= 42
    rows = {r["fact"]: r for r in pipe("compare", "MINUSMA", "UNMIL", "--align", "date", "--json").json}
    assert rows["peak in 2004"]["minusma"] is None


def test_compare_organisations(pipe: Run) -> None:
    rows = {r["fact"]: r for r in pipe("compare", "au", "ecowas", "--json").json}
    assert rows["kind"]["au"] == rows["kind"]["ecowas"] == "regional"


def test_schema_validates_what_the_data_holds(pipe: Run) -> None:
    import jsonschema

    from pkcli.store import data_folder

    document = pipe("schema", "mission").json
    assert document["meta"]["schema_version"] == "2"
    assert set(document["output_keys"]["mission"]) == set(pipe("missions", "--json", "--limit", "1").json[0])
    for record in json.loads((data_folder() / "missions.json").read_text("utf-8")):
        jsonschema.validate(record, document["records"]["mission"])


def test_data_status_and_path_and_validate(pipe: Run) -> None:
    status = pipe("data", "status", "--json").json
    assert set(status["meta"]) == {"as_of", "data_version", "schema_version"}
    assert status["mission_rows"] == len(pipe("missions", "--scope", "all", "--json").json)
    assert status["meta"]["as_of"] in pipe("--version").out
    header, *rows = pipe("data", "status").rows
    assert header == ["item", "value"]
    assert dict(rows) == {item: str(value) for item, value in (status.pop("meta") | status).items()}
    assert (Path(pipe("data", "path").out.strip()) / "missions.json").is_file()
    checked = pipe("data", "validate")
    assert (checked.code, checked.out) == (0, "")


def test_welcome_tells_what_there_is(pipe: Run) -> None:
    out = pipe().out
    assert "as of" in out
    assert out.count("  pkcli ") == 5


@pytest.mark.parametrize(
    ("joined", "apart"),
    [
        (["missions", "--region", "africa,europe"], ["missions", "--region", "africa", "--region", "europe"]),
        (["missions", "--country", "chad,mali"], ["missions", "--country", "chad", "--country", "mali"]),
        (["missions", "--subregion", "caribbean, polynesia"], ["missions", "--subregion", "caribbean", "--subregion", "polynesia"]),
        (["countries", "--region", "Asia and the Pacific"], ["countries", "--region", "asia-pacific"]),
        (["history", "--region", "Middle East,americas"], ["history", "--region", "middle-east", "--region", "americas"]),
        (["resolutions", "--action", "ends,changes"], ["resolutions", "--action", "ends", "--action", "changes"]),
        (["contributors", "--country", "chad,mali"], ["contributors", "--country", "chad", "--country", "mali"]),
    ],
    ids=lambda words: " ".join(words),
)  # fmt: skip
def test_values_joined_by_commas_or_given_by_their_meaning_are_the_same(
    pipe: Run, joined: list[str], apart: list[str]
) -> None:
    assert len(pipe(*joined).rows) > 2
    assert pipe(*joined) == pipe(*apart)


def test_decisions_of_resolutions_are_arranged_in_a_pipe(pipe: Run) -> None:
    missions = [row[0] for row in pipe("resolution", "2100", "2164", "--sort", "mission", "--no-header").rows]
    assert missions == sorted(missions)
    assert pipe("resolution", "2100", "2164", "--limit", "1", "--no-header").out.count("\n") == 1
    assert pipe("show", "timor", "--limit", "1", "--no-header").out.count("\n") == 1


@pytest.mark.parametrize("command", ["sources", "resolutions", "contributors", "fatalities"])
def test_a_mission_that_an_option_cannot_mean_is_wrong_usage(pipe: Run, command: str) -> None:
    result = pipe(command, "--mission", "xyzzyq")
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith("pkcli: --mission: no mission is called 'xyzzyq'")


def test_a_name_of_several_words_is_cited_as_one(pipe: Run) -> None:
    assert pipe("cite", "south", "africa").out == pipe("cite", "ZAF").out


def test_a_place_takes_a_mission_of_several_words(pipe: Run) -> None:
    assert pipe("locations", "un", "mission", "in", "liberia").out == pipe("locations", "unmil").out != ""
