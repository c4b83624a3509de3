#!/usr/bin/env python3
"""Draws how the objective grows with the work: a row a point as CSV, and a picture.

    curves.py EXECUTABLE DATA.csv PICTURE.svg

Each problem's objective stands as a share of its proven bound; the ring at the right is what a
mathematical-programming solver found, at the seconds that it took (reference.json).
"""
import csv
import io
import json
import math
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
PROBLEMS = HERE.parent / "Tests" / "PlanFilesTests" / "Problems"
COLOURS = ["#1b5e9b", "#a3480c", "#2c6e3f", "#6b3fa0"]
WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 60, 20, 30, 50
LOW, HIGH = 85.0, 100.0
FIRST, LAST = 0.01, 300.0


def measured(executable):
    """Points (seconds, share of the bound) of every problem that has a schedule."""
    problems = sorted(str(path.relative_to(HERE.parent)) for path in PROBLEMS.glob("*.json"))
    output = subprocess.run(
        [executable, "curves", *problems], cwd=HERE.parent, check=True, capture_output=True, text=True).stdout
    figures = {}
    for row in csv.DictReader(io.StringIO(output)):
        figures.setdefault(row["case"], {})[row["measure"]] = float(row["value"])
    curves = {}
    for name, row in figures.items():
        numbers = sorted(int(measure.split()[0]) for measure in row if measure.endswith("seconds"))
        points = [(row[f"{number} seconds"], row[f"{number} objective"]) for number in numbers]
        curves[name] = (row["bound"], points)
    return curves


def rows(curves, reference):
    yield "problem,by,seconds,objective,share_of_bound"
    for name, (bound, points) in curves.items():
        solver = reference[name]
        for by, seconds, objective in [("gradus", *point) for point in points] + [
                ("solver", solver["seconds"], solver["objective"])]:
            yield f"{name},{by},{seconds:.3f},{objective:.3f},{objective / bound:.4f}"


def across(seconds):
    share = math.log(seconds / FIRST) / math.log(LAST / FIRST)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def down(percent):
    return TOP + (HIGH - percent) / (HIGH - LOW) * (HEIGHT - TOP - BOTTOM)


def picture(curves, reference):
    yield (f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" '
           f'font-size="13" role="img" aria-label="Share of the proven bound over seconds of one core">')
    yield f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>'
    for percent in range(int(LOW), int(HIGH) + 1, 5):
        yield (f'<path d="M{LEFT} {down(percent):.1f}H{WIDTH - RIGHT}" stroke="#d5d9de"/>'
               f'<text x="{LEFT - 8}" y="{down(percent) + 4:.1f}" text-anchor="end">{percent} %</text>')
    for seconds in (0.01, 0.1, 1, 10, 100):
        yield (f'<path d="M{across(seconds):.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#eceef1"/>'
               f'<text x="{across(seconds):.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{seconds:g} s</text>')
    yield (f'<text x="{LEFT}" y="{HEIGHT - 10}">Share of the proven bound over seconds of one core. '
           f'Line: Gradus. Ring: mathematical-programming solver.</text>')
    for number, (name, (bound, points)) in enumerate(curves.items()):
        colour, solver = COLOURS[number % len(COLOURS)], reference[name]
        line = " ".join(f"{across(seconds):.1f},{down(100 * value / bound):.1f}" for seconds, value in points)
        yield f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2"/>'
        for seconds, value in points:
            yield f'<circle cx="{across(seconds):.1f}" cy="{down(100 * value / bound):.1f}" r="3" fill="{colour}"/>'
        yield (f'<circle cx="{across(solver["seconds"]):.1f}" cy="{down(100 * solver["objective"] / bound):.1f}" '
               f'r="5" fill="#ffffff" stroke="{colour}" stroke-width="2"/>')
        yield f'<text x="{LEFT + 12}" y="{TOP + 16 + 18 * number}" fill="{colour}">{name}</text>'
    yield "</svg>"


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    reference = json.loads((HERE / "reference.json").read_text(encoding="utf-8"))["problems"]
    curves = measured(str(pathlib.Path(sys.argv[1]).resolve()))
    for path, lines in ((sys.argv[2], rows(curves, reference)), (sys.argv[3], picture(curves, reference))):
        pathlib.Path(path).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
