#!/usr/bin/env python3
"""Runs the benchmarks and sets each figure beside something that has a name.

    compare.py EXECUTABLE [--gradus EXECUTABLE] [--libical EXECUTABLE] [--write PAGE.md]

Plans stand beside the reference objectives (reference.json), whole runs of gradus beside Python's (many.py), the load series beside the same recurrence
in Python, the calendar writers beside libical (libical.c, where it was built) and the Python package
icalendar where that is installed. Ratios are measured in one run on one machine, in processor seconds; the
seconds are there to judge their size only. Calendars are written each in a process of its own, so that its
largest memory can be told.
"""
import argparse
import csv
import datetime as dt
import importlib.util
import io
import json
import math
import pathlib
import subprocess
import sys
import time

import many

HERE = pathlib.Path(__file__).resolve().parent
PROBLEMS = HERE.parent / "Tests" / "PlanFilesTests" / "Problems"
EVENTS = 100_000
ICALENDAR_EVENTS = 2_000


def measured(executable):
    problems = sorted(str(path.relative_to(HERE.parent)) for path in PROBLEMS.glob("*.json"))
    figures = {}
    for arguments in (problems, ["bounds", "60", *problems], *(["calendar", format, str(EVENTS)] for format in ("iCalendar", "xCal"))):
        output = subprocess.run(
            [executable, *arguments], cwd=HERE.parent, check=True, capture_output=True, text=True).stdout
        for row in csv.DictReader(io.StringIO(output)):
            figures.setdefault((row["subject"], row["case"]), {})[row["measure"]] = float(row["value"])
    return figures


def run_with_memory(command):
    """What a program prints, and the largest memory that it held, in bytes."""
    run = many.Run(command)
    if run.status != 0:
        sys.exit(f"{command[0]} failed: {run.said}")
    return run.printed, run.memory


def libical_calendar(executable, count):
    """Seconds an event for building and writing with libical, and memory an event; None without it."""
    if not executable or not pathlib.Path(executable).exists():
        return None
    runs = [run_with_memory([executable, str(count)]) for _ in range(3)]
    return min(float(output.split(",")[0]) for output, _ in runs) / count, runs[0][1] / count


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
    """Seconds an event for building and writing with the package icalendar, and memory; None without it."""
    if not importlib.util.find_spec("icalendar"):
        return None
    output, memory = run_with_memory([sys.executable, __file__, "--icalendar", str(count)])
    return float(output) / count, memory / count


def write_python_calendar(count):
    """The seconds that the package icalendar takes to build and write the events."""
    import icalendar
    import zoneinfo
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
    return best_of_three(write)[0]


def bounds(figures, reference):
    yield ("What `gradus prove` says that no schedule can pass, with its proof checked, by the seconds that `--time` asks "
           "for; beside the solver's linear programme and its bound after branching for the same problems.")
    yield ""
    yield ("| problem | `--time` | seconds | bound | undivided | cuts | divisions | of the solver's linear bound "
           "| of its branched one |")
    yield "|---|---|---|---|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "bound":
            continue
        known = reference["problems"].get(name, {})
        for asked in sorted({float(measure.split()[0]) for measure in row}):
            figure = {measure.split()[1]: value for measure, value in row.items() if float(measure.split()[0]) == asked}
            bound = figure["objective"]
            if bound == float("-inf"):
                yield f"| {name} | {asked:g} | {figure['seconds']:.2f} | no plan exists, proven | – | – | – | – | – |"
                continue
            shares = [f"{100 * bound / known[key]:.2f} %" if known.get(key) else "–" for key in ("lp", "bound")]
            yield (f"| {name} | {asked:g} | {figure['seconds']:.2f} | {bound:.2f} | {figure['undivided']:.2f} "
                   f"| {figure['cuts']:.0f} | {figure['divisions']:.0f} | {shares[0]} | {shares[1]} |")
    yield ""


def clashes(figures, limit):
    yield "## Impossible wishes"
    yield ""
    yield ("What is said of reference problems with one wish too many (`Benchmarks/Clashes.swift`), the search before it "
           "included: sets of wishes that clash, how many of them are proven, their wishes, those proven to be needed, and "
           f"those with a change that would help, each tried, on all cores. Seconds on the clock, beside {limit} s, "
           "and those of the processor.")
    yield ""
    yield "| problem | seconds | of the limit | processor seconds | sets | proven | wishes | needed | with help |"
    yield "|---|---|---|---|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject == "clash":
            yield (f"| {name} | {row['seconds']:.2f} | {100 * row['seconds'] / limit:.0f} % "
                   f"| {row['processor seconds']:.2f} "
                   + "".join(f"| {row[part]:.0f} " for part in ("sets", "proven", "wishes", "needed", "helped")) + "|")
    yield ""


def page(figures, gradus, libical):
    yield "# Figures"
    yield ""
    yield "<!-- Written by `make bench WRITE=1`. -->"
    yield ""
    yield "Release build. Seconds are those of one processor; they differ from machine to machine, the ratios hardly."
    yield ""
    yield "## Plans"
    yield ""
    reference = json.loads((HERE / "reference.json").read_text(encoding="utf-8"))
    yield ("Objective reached, as a share of the objective that a mathematical-programming solver found, and of a bound "
           "that no plan can pass (`Benchmarks/reference.json`). Beside it the objective of a greedy plan, which always "
           "takes the next best step (`Benchmarks/greedy.py`), and the rules of the auditor that such a plan breaks.")
    yield ""
    yield ("| problem | effort | seconds | objective | of the solver's | of the bound | solver's seconds "
           "| greedy | breaks |")
    yield "|---|---|---|---|---|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "plan":
            continue
        known = reference["problems"].get(name, {})
        for effort in ("quick", "standard", "thorough"):
            seconds, objective = row[f"{effort} seconds"], row.get(f"{effort} objective")
            if objective is None:
                yield f"| {name} | {effort} | {seconds:.3f} | no plan exists | – | – | – | – | – |"
                continue
            shares = [f"{100 * objective / known[key]:.1f} %" if known.get(key) else "–" for key in ("objective", "bound")]
            greedy = known.get("greedy")
            yield (f"| {name} | {effort} | {seconds:.3f} | {objective:.2f} | {shares[0]} | {shares[1]} "
                   f"| {known.get('seconds') or '–'} | {f'{greedy:.2f}' if greedy else '–'} "
                   f"| {known.get('greedy_breaks') or '–'} |")
    yield ""
    yield "How the objective grows with the work (`make curves`; figures in [curves.csv](curves.csv)):"
    yield ""
    yield "![share of the proven bound over seconds](curves.svg)"
    yield ""
    yield from bounds(figures, reference)
    yield from clashes(figures, reference["clash"]["seconds"])
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
    yield "## Load series"
    yield ""
    yield "| what | seconds | beside | ratio |"
    yield "|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject != "load series":
            continue
        seconds, fitness = python_series(int(name.split()[0]))
        if not math.isclose(fitness, row["last fitness"], rel_tol=1e-9):
            sys.exit(f"the load series differ: {fitness} and {row['last fitness']}")
        yield (f"| fitness, fatigue and form of {name} | {row['seconds']:.4f} | the same recurrence in Python, same "
               f"last value | {seconds / row['seconds']:.0f} times faster |")
    yield ""
    yield from calendars(figures, reference["calendar"], libical)
    if gradus:
        yield from many.start_up(gradus, sorted(PROBLEMS.glob("p[125]_*.json")), reference["start_up"])
        yield from many.many_athletes(gradus)


def calendars(figures, limits, libical):
    yield "## Calendars"
    yield ""
    yield ("Events are built and written, the same in each program; each calendar in a process of its own, whose largest "
           "memory is told. Gradus hands a calendar over in pieces here. libical and `icalendar` write iCalendar "
           f"only; `icalendar` writes {ICALENDAR_EVENTS} events, and its figures are those of as many more.")
    yield ""
    yield "| program | what | seconds | of the limit | memory, MB | of the limit | Gradus takes of its time |"
    yield "|---|---|---|---|---|---|---|"
    ours = None
    for (subject, name), row in figures.items():
        if subject != "calendar":
            continue
        seconds, memory = row["seconds in pieces"], row["memory in pieces"]
        ours = ours or seconds
        yield (f"| Gradus | {name}, {row['bytes'] / 1e6:.0f} MB | {seconds:.3f} | {100 * seconds / limits['seconds']:.0f} % "
               f"| {memory / 1e6:.0f} | {100 * memory / limits['memory']:.0f} % | – |")
    for program, figure in (("libical, in C", libical_calendar(libical, EVENTS)),
                            ("Python `icalendar`", python_calendar(ICALENDAR_EVENTS))):
        if not figure:
            yield f"| {program} | not there | – | – | – | – | – |"
            continue
        seconds, memory = figure[0] * EVENTS, figure[1] * EVENTS
        yield (f"| {program} | {EVENTS} events as iCalendar | {seconds:.2f} | – | {memory / 1e6:.0f} | – "
               f"| 1/{seconds / ours:.1f} |")
    yield ""
    yield "A season: both calendars of a plan from its schedule."
    yield ""
    yield "| what | seconds | beside | share of it |"
    yield "|---|---|---|---|"
    for (subject, name), row in figures.items():
        if subject == "season calendar":
            share = 100 * row["seconds"] / limits["season"]
            yield f"| {name}, {row['bytes'] / 1e6:.1f} MB | {row['seconds']:.4f} | {limits['season']} s | {share:.0f} % |"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("executable", nargs="?")
    parser.add_argument("--gradus", metavar="EXECUTABLE", help="measure its start-up, and a batch of a thousand")
    parser.add_argument("--libical", metavar="EXECUTABLE", help="what libical.c was built to")
    parser.add_argument("--icalendar", metavar="EVENTS", type=int, help="only write events with the package icalendar")
    parser.add_argument("--write", metavar="PAGE.md")
    options = parser.parse_args()
    if options.icalendar:
        print(write_python_calendar(options.icalendar))
        return
    if not options.executable:
        parser.error("which executable?")
    executable = str(pathlib.Path(options.executable).resolve())
    text = "\n".join(page(measured(executable), options.gradus, options.libical)) + "\n"
    print(text, end="")
    if options.write:
        pathlib.Path(options.write).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
