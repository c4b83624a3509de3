#!/usr/bin/env python3
"""Runs the benchmarks and sets each figure beside something that has a name.

    compare.py EXECUTABLE [--write PAGE.md]

Plans stand beside the reference objectives (reference.json), the load series beside the same recurrence
in Python, the iCalendar writer beside the Python package icalendar where that is installed. Ratios are
measured in one run on one machine, in processor seconds; the seconds are there to judge their size only.
"""
import argparse
import csv
import datetime as dt
import io
import json
import math
import pathlib
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PROBLEMS = HERE.parent / "Tests" / "PlanFilesTests" / "Problems"
ICALENDAR_EVENTS = 2_000


def measured(executable):
    problems = sorted(str(path.relative_to(HERE.parent)) for path in PROBLEMS.glob("*.json"))
    output = subprocess.run([executable, *problems], cwd=HERE.parent, check=True, capture_output=True, text=True).stdout
    figures = {}
    for row in csv.DictReader(io.StringIO(output)):
        figures.setdefault((row["subject"], row["case"]), {})[row["measure"]] = float(row["value"])
    return figures


def best_of_three(work):
    times = []
    for _ in range(3):
        start = time.process_time()
        result = work()
        times.append(time.process_time() - start)
    return min(times), result


def python_series(days):
    loads = [float((day * 37) % 101) for day in range(days)]
    slow, fast = 1 - math.exp(-1 / 42), 1 - math.exp(-1 / 7)

    def series():
        fitness, fatigue, rows = 0.0, 0.0, []
        for load in loads:
            form = fitness - fatigue
            fitness += slow * (load - fitness)
            fatigue += fast * (load - fatigue)
            rows.append((fitness, fatigue, form))
        return rows
    seconds, rows = best_of_three(series)
    return seconds, rows[-1][0]


def python_calendar(count):
    """Seconds an event for building and writing with the package icalendar; None without it."""
    try:
        import icalendar
        import zoneinfo
    except ImportError:
        return None
    zone = zoneinfo.ZoneInfo("Europe/Berlin")
    stamp = dt.datetime(2027, 1, 15, 8, tzinfo=dt.timezone.utc)
    text = ("10 min very easy\n30 min easy, talking is no effort\n10 min very easy\n"
            "Why: keeps the legs used to it; the week before had 20 min less.")

    def write():
        calendar = icalendar.Calendar()
        for number in range(count):
            event = icalendar.Event()
            start = dt.datetime(2024, 10, 4, 18, 30, tzinfo=zone) + dt.timedelta(days=number % 3650)
            for key, value in (("uid", f"benchmark-{number}"), ("dtstamp", stamp), ("created", stamp),
                               ("last-modified", stamp), ("sequence", 0), ("dtstart", start),
                               ("dtend", start + dt.timedelta(minutes=50)), ("summary", "Easy run, 50 min"),
                               ("description", text), ("categories", ["run", "endurance"]),
                               ("color", "steelblue"), ("status", "CONFIRMED"), ("transp", "OPAQUE")):
                event.add(key, value)
            alarm = icalendar.Alarm()
            alarm.add("action", "DISPLAY")
            alarm.add("description", "Easy run, 50 min")
            alarm.add("trigger", dt.timedelta(minutes=-60))
            event.add_component(alarm)
            calendar.add_component(event)
        return calendar.to_ical()
    return best_of_three(write)[0] / count


def page(figures):
    yield "# Figures"
    yield ""
    yield "<!-- Written by `make bench WRITE=1`. -->"
    yield ""
    yield "Release build. Seconds are those of one processor; they differ from machine to machine, the ratios hardly."
    yield ""
    yield "## Plans"
    yield ""
    reference = json.loads((HERE / "reference.json").read_text(encoding="utf-8"))
    yield ("Objective reached, as a share of the objective that a mathematical-programming solver found, and of a "
           "bound that no plan can pass (`Benchmarks/reference.json`).")
    yield ""
    yield "| problem | effort | seconds | objective | of the solver's | of the bound | solver's seconds |"
    yield "|---|---|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "plan":
            continue
        known = reference["problems"].get(name, {})
        for effort in ("quick", "standard", "thorough"):
            seconds, objective = row[f"{effort} seconds"], row.get(f"{effort} objective")
            if objective is None:
                yield f"| {name} | {effort} | {seconds:.3f} | no plan exists | – | – | – |"
                continue
            shares = [f"{100 * objective / known[key]:.1f} %" if known.get(key) else "–" for key in ("objective", "bound")]
            yield (f"| {name} | {effort} | {seconds:.3f} | {objective:.2f} | {shares[0]} | {shares[1]} "
                   f"| {known.get('seconds') or '–'} |")
    yield ""
    yield ("What `gradus prove` says that no schedule can pass, with its proof checked, beside the solver's linear "
           "programme for the same problems.")
    yield ""
    yield "| problem | seconds | bound | of the solver's | solver's seconds |"
    yield "|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "plan":
            continue
        known = reference["problems"].get(name, {})
        seconds, bound = row["bound seconds"], row["bound objective"]
        if bound == float("-inf"):
            yield f"| {name} | {seconds:.3f} | no plan exists, proven | – | – |"
            continue
        share = f"{100 * bound / known['lp']:.2f} %" if known.get("lp") else "–"
        yield f"| {name} | {seconds:.3f} | {bound:.2f} | {share} | {known.get('lp_seconds') or '–'} |"
    yield ""
    yield "## Review"
    yield ""
    yield ("A year with a breach in every week (`Benchmarks/Season.swift`), beside the time that a coach should not notice "
           "(`Benchmarks/reference.json`). The largest memory is taken after one review and after twenty more.")
    yield ""
    yield "| what | found | seconds | beside | share of it |"
    yield "|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "review":
            continue
        for part, found in (("review", f"{row['findings']:.0f} findings"),
                            ("fixes", f"{row['fixes']:.0f} fixes of {row['searched']:.0f} searched")):
            limit = reference["review"][part]
            yield (f"| {part} of {name} | {found} | {row[part + ' seconds']:.4f} | {limit} s "
                   f"| {100 * row[part + ' seconds'] / limit:.0f} % |")
        yield f"| memory of {name} | – | – | – | {row['bytes more after 20 reviews'] / 1e6:.1f} MB more |"
    yield ""
    yield "## Missed sessions"
    yield ""
    yield ("What breaks when sessions are missed, for every set of them: in a schedule with a breach in every week, and in "
           "one in which hardly any limit breaks, so that nearly every pair has to be judged. The seconds hold "
           "the search for repairs; a plain review of each set, without any, is what they stand beside.")
    yield ""
    yield "| schedule | sets | of which break | seconds | a set | plain reviews |"
    yield "|---|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject == "missed sessions":
            yield (f"| {name} | {row['sets']:.0f} | {row['cases']:.0f} | {row['seconds']:.3f} "
                   f"| {1e6 * row['seconds'] / row['sets']:.0f} µs | {row['plain seconds']:.2f} s |")
    yield ""
    yield "## Load series and calendars"
    yield ""
    yield "| what | seconds | beside | ratio |"
    yield "|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject == "load series":
            seconds, fitness = python_series(int(name.split()[0]))
            if not math.isclose(fitness, row["last fitness"], rel_tol=1e-9):
                sys.exit(f"the load series differ: {fitness} and {row['last fitness']}")
            yield (f"| fitness, fatigue and form of {name} | {row['seconds']:.4f} | the same recurrence in Python, same "
                   f"last value | {seconds / row['seconds']:.0f} times faster |")
        if subject == "calendar":
            count = int(name.split()[0])
            other = python_calendar(ICALENDAR_EVENTS) if "iCalendar" in name else None
            ratio = f"{other * count / row['seconds']:.0f} times faster an event" if other else "–"
            beside = f"Python `icalendar`, {ICALENDAR_EVENTS} events" if other else "–"
            yield f"| {name}, {row['bytes'] / 1e6:.0f} MB | {row['seconds']:.3f} | {beside} | {ratio} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable")
    parser.add_argument("--write", metavar="PAGE.md")
    options = parser.parse_args()
    executable = str(pathlib.Path(options.executable).resolve())
    text = "\n".join(page(measured(executable))) + "\n"
    print(text, end="")
    if options.write:
        pathlib.Path(options.write).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
