"""Many athletes in one process, and how long the program takes to start: figures for compare.py.

    many.py COUNT    print so many drawn athletes, a plan file as JSON a line; equal counts give equal lines
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile

SPORTS = {
    "run": ["run-easy", "run-long", "run-intervals", "swim-easy", "strength-hip", "mobility"],
    "bike": ["bike-easy", "bike-long", "bike-intervals", "walk-brisk", "strength-hip", "mobility"],
}
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


def athletes(count):
    """Plan files of invented athletes, 8 to 16 weeks, three to five days a week."""
    for number in range(count):
        dice = random.Random(number)
        sport = dice.choice(sorted(SPORTS))
        minutes = dice.randrange(30, 61, 5) * (2 if sport == "bike" else 1)
        days = sorted(dice.sample(DAYS[:5], dice.randint(2, 4)), key=DAYS.index) + [dice.choice(DAYS[5:])]
        available = {day: f"{dice.randrange(40, 91, 5)}m" for day in days[:-1]}
        available[days[-1]] = f"{4 * minutes}m"
        weeks = dice.randint(8, 16)
        month, day = divmod(7 * weeks - 1, 28)
        yield {
            "gradus": 1, "id": f"athlete-{number}",
            "athlete": {"name": f"Athlete {number}", "born": dice.randint(1960, 2004),
                        "experience": dice.choice(["novice", "recreational", "experienced"])},
            "event": {"name": "Event", "sport": sport, "date": f"2027-{2 + month:02}-{1 + day:02}",
                      "expected": f"{dice.randrange(2, 5) * minutes}m"},
            "start": "2027-02-01",
            "baseline": {sport: {"per_week": 3, "minutes": f"{minutes}m", "longest": f"{2 * minutes}m"}},
            "available": available, "sessions": SPORTS[sport],
        }


# A program's largest memory is never less than that of the process that starts it: a fresh, small one does.
STARTER = """
import os, subprocess, sys, time
start = time.monotonic()
process = subprocess.Popen(sys.argv[2:])
_, status, usage = os.wait4(process.pid, 0)
with open(sys.argv[1], "w") as figures:
    print(status, time.monotonic() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, file=figures)
"""


class Run:
    """A run of a program: how it ended, seconds on the clock, processor seconds, the largest memory in bytes, what it
    printed and what it said."""

    def __init__(self, command):
        with tempfile.TemporaryDirectory() as folder:
            figures = pathlib.Path(folder) / "figures"
            run = subprocess.run([sys.executable, "-I", "-c", STARTER, figures, *command],
                                 capture_output=True, check=True, text=True)
            status, clock, processor, memory = figures.read_text().split()
        self.status = int(status)
        self.clock = float(clock)
        self.processor = float(processor)
        self.memory = int(memory) * (1 if sys.platform == "darwin" else 1024)
        self.printed = run.stdout
        self.said = run.stderr.strip()


def batch(gradus, count, jobs):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "athletes.jsonl"
        path.write_text("".join(json.dumps(athlete) + "\n" for athlete in athletes(count)), encoding="utf-8")
        return Run([gradus, "batch", str(path), "--effort", "quick", "--jobs", str(jobs)])


def many_athletes(gradus):
    """Throughput by the number of jobs, and memory by the number of athletes."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    yield "## Many athletes"
    yield ""
    yield ("`gradus batch` at the quick effort over athletes drawn by `Benchmarks/many.py`: plan files, 8 to 16 weeks. "
           "As many athletes a processor second with more jobs as with one say that jobs cost one another nothing; "
           "times the cores used they are the pace on the clock, which other work on the machine slows down.")
    yield ""
    yield ("| athletes | jobs | processor seconds | athletes a processor second | of one job's | seconds on the clock "
           "| cores used | memory, MB |")
    yield "|---|---|---|---|---|---|---|---|"
    alone = {}
    for count, jobs in ((1000, 1), (1000, cores), (100, cores)):
        run = batch(gradus, count, jobs)
        if "with a schedule" not in run.said:
            sys.exit(f"batch: {run.said}")
        pace = count / run.processor
        share = f"{100 * pace / alone[count]:.0f} %" if count in alone else "–"
        alone.setdefault(count, pace)
        yield (f"| {count} | {jobs} | {run.processor:.1f} | {pace:.1f} | {share} | {run.clock:.1f} "
               f"| {run.processor / run.clock:.2f} | {run.memory / 1e6:.0f} |")
    yield ""


def start_up(gradus, problems, budget, interpreter="python3"):
    """Processor seconds of whole runs, the median of many."""
    def median(command):
        runs = sorted(Run(command).processor for _ in range(21))
        return runs[len(runs) // 2]
    python = median([interpreter, "-I", "-c", "pass"])
    yield "## Start-up"
    yield ""
    yield (f"Processor seconds of a whole run with all that it loads, the median of 21, beside {1000 * budget:.0f} ms and "
           f"beside Python, which takes {1000 * python:.0f} ms to start and do nothing (`python3 -I -c pass`).")
    yield ""
    yield "| what | milliseconds | of the limit | of Python's start |"
    yield "|---|---|---|---|"
    runs = [("`gradus --version`", ["--version"])]
    runs += [(f"`gradus plan --effort quick`, {path.stem}", ["plan", str(path), "--json", "--effort", "quick"])
             for path in problems]
    for name, arguments in runs:
        seconds = median([gradus, *arguments])
        yield f"| {name} | {1000 * seconds:.1f} | {100 * seconds / budget:.0f} % | {100 * seconds / python:.0f} % |"
    yield ""


if __name__ == "__main__":
    for line in athletes(int(sys.argv[1])):
        print(json.dumps(line))
