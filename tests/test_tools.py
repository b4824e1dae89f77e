"""The scripts that rebuild the series, on small files in the publishers' own forms."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """The tools beside a data folder of their own."""
    shutil.copytree(ROOT / "tools", tmp_path / "tools", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "data").mkdir()
    shutil.copy(ROOT / "data" / "countries.json", tmp_path / "data")
    return tmp_path


def _tool(workshop: Path, name: str, **files: str) -> subprocess.CompletedProcess[str]:
    paths = []
    for stem, text in files.items():
        paths.append(workshop / f"{stem}.{'json' if text.startswith(('[', '{')) else 'csv'}")
        paths[-1].write_text(text, "utf-8")
    command = [sys.executable, str(workshop / "tools" / name), *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True)


def _made(workshop: Path, name: str) -> list[dict[str, str]]:
    with (workshop / "data" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


IPI = '"Date","Mission","Troops","Police","Observers","Total"\n'
UN = "date,mission,contributors,troops,staff_officers,experts,individual_police,formed_police,female,total\n"


MONTHS = "mission,first,last,decision,to,reason\n"


def _reviewed(workshop: Path, *decisions: str) -> None:
    """The table of reviewed months, and the register that they are checked against."""
    (workshop / "tools" / "months.csv").write_text(MONTHS + "".join(f"{row}\n" for row in decisions), "utf-8")
    shutil.copy(ROOT / "data" / "missions.json", workshop / "data")


def test_personnel_prefers_the_uns_own_report_and_keeps_gaps(workshop: Path) -> None:
    _reviewed(workshop, "unmil,2015-01,2015-01,kept,,as an example")
    ipi = IPI + (
        '1992-07-31,"UNTSO",100,NA,NA,100\n1994-09-30,"UNPROFOR",100,NA,5,105\n'
        '1994-10-31,"UNPROFOR",NA,NA,NA,NA\n'
        '1996-01-31,"UNMIBH",NA,10,NA,10\n1996-01-31,"IPTF",NA,7,NA,7\n'
        '2015-01-31,"UNMIL",1,1,1,3\n'
    )
    un = UN + "2015-01-31,UNMIL,4,10,2,3,4,5,1,24\n"
    assert _tool(workshop, "build_personnel.py", ipi=ipi, un=un).stderr == ""
    rows = {(r["mission"], r["month"]): r for r in _made(workshop, "personnel_monthly.csv")}
    assert set(rows) == {
        ("untso", "1992-07-31"), ("unprofor", "1994-09-30"), ("unmibh", "1996-01-31"), ("unmil", "2015-01-31"),
    }  # fmt: skip
    assert [rows["untso", "1992-07-31"][name] for name in ("troops", "experts", "total")] == ["", "", "100"]
    assert rows["unprofor", "1994-09-30"]["police"] == ""
    assert rows["unmibh", "1996-01-31"]["total"] == "17"
    assert rows["unmil", "2015-01-31"] == {
        "mission": "unmil", "month": "2015-01-31", "troops": "10", "staff_officers": "2", "experts": "3", "police": "9",
        "individual_police": "4", "formed_police": "5", "women": "1", "total": "24", "source": "un-contributions",
    }  # fmt: skip


SLIPS = IPI + (
    "1995-01-31,UNAVEM II,11,120,166,297\n1995-02-28,UNAVEM II,11,131,259,401\n1995-05-31,UNAVEM,2000,200,312,2512\n"
    "2003-10-31,UNIKOM,1,NA,NA,1\n2003-11-30,UNIKOM,1,NA,NA,1\n"
    + "".join(f"2005-0{month}-28,UNTSO,NA,NA,{people},{people}\n" for month, people in ((3, 161), (4, 5), (6, 152)))
    + "2004-04-30,UNTSO,NA,NA,156,156\n2004-05-31,UNTSO,153,NA,NA,153\n"
    + "".join(f"1999-{month:02}-30,MINURSO,{troops},NA,9,{troops + 9}\n" for month, troops in ((9, 27), (10, 340)))
    + "1999-11-30,MINURSO,340,NA,9,349\n1999-12-30,MINURSO,27,NA,9,36\n"
)


def test_months_that_cannot_be_right_stop_the_build_until_they_are_reviewed(workshop: Path) -> None:
    un = UN + "2015-01-31,UNMIL,4,10,2,3,4,5,1,24\n"
    _reviewed(workshop, "untso,2004-05,2004-05,total-only,,observers among the troops")
    done = _tool(workshop, "build_personnel.py", ipi=SLIPS, un=un)
    assert done.returncode == 1
    assert not (workshop / "data" / "personnel_monthly.csv").exists()
    listed = {line.partition(":")[0] for line in done.stderr.splitlines() if ": " in line}
    assert listed == {"unikom 2003-11", "untso 2005-04", "minurso 1999-10", "minurso 1999-11"}
    _reviewed(
        workshop,
        "untso,2004-05,2004-05,total-only,,observers among the troops",
        "untso,2005-04,2005-04,gap,,contributors are missing",
        "unavem-ii,1995-02,1995-02,moved,unavem-iii,the file keeps the old name",
        "unikom,2003-11,2003-11,kept,,liquidation",
        "minurso,1999-10,1999-11,gap,,troops of another mission",
    )
    assert _tool(workshop, "build_personnel.py", ipi=SLIPS, un=un).stderr == ""
    rows = {(r["mission"], r["month"][:7]): r for r in _made(workshop, "personnel_monthly.csv")}
    assert rows["unavem-iii", "1995-02"]["total"] == "401"
    assert ("unavem-ii", "1995-02") not in rows
    assert ("unikom", "2003-11") in rows
    assert [month for id, month in rows if id in ("untso", "minurso")] == [
        "1999-09", "1999-12", "2004-04", "2004-05", "2005-03", "2005-06",
    ]  # fmt: skip
    assert [rows["untso", "2004-05"][name] for name in ("troops", "experts", "total")] == ["", "", "153"]


@pytest.mark.parametrize(
    ("decision", "said"),
    [
        ("untso,1991-01,1991-01,gap,,x", "untso 1991-01: there is no such month"),
        ("untso,2004-05,2004-05,away,,x", "untso 2004-05: there is no such month, or no such decision"),
        ("unavem-iii,1995-05,1995-05,moved,unavem-iii,x", "unavem-iii has that month itself"),
    ],
)
def test_a_review_that_does_not_fit_the_file_stops_the_build(workshop: Path, decision: str, said: str) -> None:
    _reviewed(workshop, decision)
    done = _tool(workshop, "build_personnel.py", ipi=SLIPS, un=UN + "2015-01-31,UNMIL,4,10,2,3,4,5,1,24\n")
    assert done.returncode == 1
    assert said in done.stderr


def test_an_unknown_mission_stops_the_build_with_the_list(workshop: Path) -> None:
    un = UN + "2015-01-31,UNMIL,4,10,2,3,4,5,1,24\n"
    done = _tool(workshop, "build_personnel.py", ipi=IPI + "1994-09-30,UNXYZ,1,1,1,3\n", un=un)
    assert done.returncode == 1
    assert "UNXYZ" in done.stderr
    assert not (workshop / "data" / "personnel_monthly.csv").exists()


FATALITIES = "id,incident_date,mission_acronym,casualty_nationality,casualty_personnel_type,type_of_incident,isocode3\n"


def test_fatalities_are_counted_and_a_shared_code_is_split_by_date(workshop: Path) -> None:
    rows = FATALITIES + (
        "1,1957-01-02,UNEF,Yugoslavia,Military,Accident,YUG\n2,1957-03-04,UNEF,Ghana,Military,Accident,GHA\n"
        "3,1974-05-06,UNEF,Côte dIvoire,Military,Illness,\n4,2003-08-19,UNOHCI,,Local ,Malicious Act,\n"
    )
    assert _tool(workshop, "build_fatalities.py", rows=rows).stderr == ""
    made = [tuple(r.values()) for r in _made(workshop, "fatalities.csv")]
    assert made == [
        ("", "UNOHCI", "2003", "malicious-act", "local", "1"),
        ("unef-i", "UNEF", "1957", "accident", "military", "2"),
        ("unef-ii", "UNEF", "1974", "illness", "military", "1"),
    ]
    by_nationality = [tuple(r.values()) for r in _made(workshop, "fatalities_by_nationality.csv")]
    assert by_nationality == [
        ("", "UNOHCI", "", "1"),
        ("unef-i", "UNEF", "GHA", "1"),
        ("unef-i", "UNEF", "YUCS", "1"),
        ("unef-ii", "UNEF", "CIV", "1"),
    ]


def test_unknown_countries_stop_the_build_with_the_list(workshop: Path) -> None:
    rows = "1,1957-01-02,UNEF,Ruritania,Military,Accident,\n2,1957-01-03,UNEF,,Military,Accident,GRF\n"
    done = _tool(workshop, "build_fatalities.py", rows=FATALITIES + rows)
    assert done.returncode == 1
    assert "Ruritania" in done.stderr
    assert "GRF" in done.stderr


DEATHS = [
    {
        "id": number,
        "incident_date": day,
        "mission_acronym": mission,
        "casualty_nationality": "Ghana",
        "casualty_personnel_type": "Military",
        "type_of_incident": "Accident",
        "isocode3": "GHA",
    }
    for number, (day, mission) in enumerate((("1948-07-06", "UNTSO"), ("1970-01-02", "UNTSO"), ("2015-03-04", "UNMIL")))
]


def _since_1970(day: str) -> int:
    """Seconds from the epoch to a day."""
    return (date.fromisoformat(day) - date(1970, 1, 1)).days * 86_400


@pytest.mark.parametrize("factor", [1, 1000], ids=["seconds", "milliseconds"])
@pytest.mark.parametrize("key", [None, "data"])
def test_json_of_the_uns_service_gives_what_its_csv_gives(workshop: Path, factor: int, key: str | None) -> None:
    text = FATALITIES + "".join(f"{','.join(map(str, row.values()))}\n" for row in DEATHS)
    assert _tool(workshop, "build_fatalities.py", rows=text).stderr == ""
    made = [_made(workshop, name) for name in ("fatalities.csv", "fatalities_by_nationality.csv")]
    assert [row["year"] for row in made[0]] == ["2015", "1948", "1970"]
    rows = [row | {"incident_date": _since_1970(str(row["incident_date"])) * factor} for row in DEATHS]
    for file in (workshop / "data").glob("fatalities*"):
        file.unlink()
    done = _tool(workshop, "build_fatalities.py", rows=json.dumps({"count": 3, key: rows} if key else rows))
    assert done.stderr == ""
    assert [_made(workshop, name) for name in ("fatalities.csv", "fatalities_by_nationality.csv")] == made


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FATALITIES, "no rows"),
        ('{"error": "no such data set"}', "no array of rows"),
        ('{"data": []}', "no rows"),
        ("[1948,", "neither CSV nor JSON"),
        (
            FATALITIES.replace("incident_date", "date") + "1,1957-01-02,UNEF,Ghana,Military,Accident,GHA\n",
            "incident_date",
        ),
        (FATALITIES + "1,1957-01-02,UNEF,Ghana,Mili\n", "type_of_incident"),
        (FATALITIES + "1,1957-01-02,UNEF,Ghana,Military,Accident,GHA,GHA\n", "more cells"),
        (FATALITIES + "1,02/01/1957,UNEF,Ghana,Military,Accident,GHA\n", "'02/01/1957'"),
        (FATALITIES + "1,1957-01-02,UNEF,Ghana,Military,Accident,GHA\n", "1 records, 3 before"),
    ],
)
def test_a_file_of_another_form_leaves_the_data_as_it_was(workshop: Path, text: str, said: str) -> None:
    before = ["mission,code,year,cause,personnel,count\n" + "unef-i,UNEF,1957,accident,military,1\n" * 3]
    before.append("mission,code,country,count\nunef-i,UNEF,GHA,3\n")
    files = [workshop / "data" / name for name in ("fatalities.csv", "fatalities_by_nationality.csv")]
    for file, content in zip(files, before, strict=True):
        file.write_text(content, "utf-8")
    done = _tool(workshop, "build_fatalities.py", rows=text)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert [file.read_text("utf-8") for file in files] == before
    assert {file.name for file in (workshop / "data").iterdir()} == {"countries.json", *(file.name for file in files)}


def test_contributors_keep_what_is_told_and_leave_out_what_is_not(workshop: Path) -> None:
    countries = workshop / "countries"
    countries.mkdir()
    (countries / "Ghana.csv").write_text(
        '"Date","Troops","Police","Experts"\n1992-07-31,40,2,0\n1992-08-31,30,2,10\n'
        "2014-02-28,700,NA,3\n2014-03-31,9,9,9\n2014-04-30,NA,NA,NA\n"
    )
    ipi = workshop / "ipi.csv"
    ipi.write_text(
        "Date,Mission,Contributor,Contributor_ISO-3,"
        "Troops,Experts_on_Mission,Inidividual_Police,Formed_Police_Units,Total\n"
        "2014-03-31,UNMIL,Ghana,GHA,690,2,8,NA,700\n2014-03-31,UNMIL,Mali,MLI,NA,NA,NA,NA,NA\n"
    )
    un = workshop / "un.csv"
    un.write_text(
        "date,mission,iso3,troops,staff_officers,experts,individual_police,formed_police,female,total\n"
        "2017-01-31,UNMIL,GHA,700,0,2,8,0,9,710\n2018-01-31,UNMIL,GHA,4,1,0,0,0,,5\n"
    )
    command = [sys.executable, str(workshop / "tools" / "build_contributors.py"), str(countries), str(ipi), str(un)]
    assert subprocess.run(command, capture_output=True, text=True).stderr == ""
    assert [tuple(row.values()) for row in _made(workshop, "contributors_monthly.csv")] == [
        ("", "GHA", "1992-07-31", "", "", "", "2", "", "", "", "42"),
        ("", "GHA", "1992-08-31", "30", "", "10", "2", "", "", "", "42"),
        ("", "GHA", "2014-02-28", "700", "", "3", "0", "", "", "", "703"),
        ("unmil", "GHA", "2014-03-31", "690", "", "2", "8", "8", "0", "", "700"),
        ("unmil", "GHA", "2017-01-31", "700", "", "2", "8", "8", "0", "9", "710"),
        ("unmil", "GHA", "2018-01-31", "4", "1", "0", "0", "0", "0", "", "5"),
    ]


def test_places_of_one_year_stand_together(workshop: Path) -> None:
    header = "mission,year,country,location,latitude,longitude,Infantry,NoTroops,Reserve,hq,UNPOL,Med,Av,UNMO,ave.no.troops\n"
    deployments = header + (
        "MINUSMA,2015,Mali,Gao,16.271,-0.044,1,1,0,2,0,0,0,0,850\nMINUSMA,2015,Mali,Gao,16.271,-0.044,1,1,0,3,1,0,0,0,850\n"
        "MINUSMA,2015,Mali,Mopti,14.5,-4.2,0,0,0,0,1,0,0,1,0\nMINUSMA,2015,Mali,Kati,12.7,-8.1,0,NA,0,0,1,0,0,0,NA\n"
    )
    types = "mission,year,location,latitude,longitude,Infantry,eng,med,sig,av,riv,maint,trans\nMINUSMA,2015,Gao,1,1,1,1,0,0,0,0,0,0\n"
    assert _tool(workshop, "build_locations.py", deployments=deployments, types=types).stderr == ""
    gao, kati, mopti = ((row["units"], row["headquarters"], row["troops"]) for row in _made(workshop, "locations.csv"))
    assert gao == ("infantry;engineers;police", "mission", "850")
    assert kati == ("police", "", "")
    assert mopti == ("observers;police", "", "")


def test_formatting_changes_nothing_in_the_data(workshop: Path) -> None:
    shutil.rmtree(workshop / "data")
    shutil.copytree(ROOT / "data", workshop / "data")
    done = subprocess.run([sys.executable, str(workshop / "tools" / "format_data.py")], capture_output=True, text=True)
    assert done.stderr == ""
    for file in (ROOT / "data").iterdir():
        assert (workshop / "data" / file.name).read_bytes() == file.read_bytes(), (
            f"run python tools/format_data.py ({file.name})"
        )


def test_extensions_are_those_of_one_mission_in_the_field(workshop: Path) -> None:
    mission = {"id": "unxx", "acronym": "UNXX", "name": "United Nations Mission X", "start": "2000-01-01"}
    later = {"id": "uny", "acronym": "UNYY", "name": "United Nations Mission Y", "start": "2010"}
    for record in (mission, later):
        record |= {"organizations": [{"id": "un", "role": "lead"}]}  # type: ignore[dict-item]
    (workshop / "data" / "missions.json").write_text(json.dumps([mission, later]))
    decisions = "symbol,date,paragraph\n" + "".join(
        f'S/RES/{number} ({date[:4]}),{date},"{paragraph}"\n'
        for number, date, paragraph in (
            (1, "2001-01-30", "1. Decides to extend the mandate of UNXX until 31 July 2001;"),
            (
                2,
                "2001-07-30",
                "2. Also decides to renew the mandate of the United Nations Mission X until 1 July 2011;",
            ),
            (3, "2001-07-30", "2. Decides to extend the mandate of UNYY until 31 December 2001;"),
            (4, "2001-07-30", "2. Recalls the extension of the mandate of UNXX until 31 December 2001;"),
            (5, "2011-01-30", "1. Decides to extend the mandates of UNXX and UNYY until 31 July 2011;"),
        )
    )
    assert _tool(workshop, "build_extensions.py", decisions=decisions).returncode == 0
    assert _made(workshop, "extensions.csv") == [{"mission": "unxx", "symbol": "S/RES/1 (2001)", "until": "2001-07-31"}]


def test_budgets_are_of_missions_and_what_was_proposed_is_left_out(workshop: Path) -> None:
    approved = (
        "mission,approved_maintenance_usd_thousands,fiscal_period,source_symbol\n"
        "UNIFIL,407625,2026-07-01/2027-06-30,A/C.5/80/20\n"
    )
    budgets = "mission,symbol,apportioned_2025_26_gross,proposed_2026_27_gross\nUNIFIL,A/80/634,552841.8,408023.7\n"
    political = (
        "cluster,mission,appropriation_2025,expenditure_2025,approved_2026,proposed_2027,source_symbol\n"
        "3,UNAMA,124695,111238.6,105776.1,97167.8,A/81/6 (Sect. 3)/Add.4\n"
        "2,Panel of Experts on Libya,1,2,3,4,A/81/6 (Sect. 3)/Add.3\n"
    )
    files = {"approved": approved, "budgets": budgets, "political": political}
    assert _tool(workshop, "build_budgets.py", **files).stderr == ""
    rows = _made(workshop, "budgets.csv")
    assert [(r["mission"], r["start"], r["basis"], r["value"], r["source"]) for r in rows] == [
        ("unama", "2025-01-01", "approved", "124.695", "spm-a-81-6-s3-add4"),
        ("unama", "2025-01-01", "expenditure", "111.2386", "spm-a-81-6-s3-add4"),
        ("unama", "2026-01-01", "approved", "105.7761", "spm-a-81-6-s3-add4"),
        ("unifil", "2025-07-01", "apportioned", "552.8418", "un-budget-a-80-634"),
        ("unifil", "2026-07-01", "approved", "407.625", "un-budget-2026-27"),
    ]
    wrong = _tool(workshop, "build_budgets.py", **files | {"political": political.replace("UNAMA", "UNXYZ")})
    assert wrong.returncode == 1
    assert "UNXYZ" in wrong.stderr


def test_a_sample_is_the_same_for_the_same_seed(workshop: Path) -> None:
    shutil.copy(ROOT / "data" / "missions.json", workshop / "data")
    command = [sys.executable, str(workshop / "tools" / "draw_sample.py")]
    one, same, other = (
        subprocess.run([*command, "5", seed], capture_output=True, text=True).stdout for seed in ("1", "1", "2")
    )
    assert one == same != other
    assert len(one.splitlines()) == 5
    assert all(line.count("\t") == 3 for line in one.splitlines())
