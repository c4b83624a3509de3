#!/usr/bin/env python3
"""A greedy plan, for the column beside ours: what one gets by always taking the next best step.

    greedy.py AUDITOR.py PROBLEM.json...

Weeks are filled in their order, for every admissible sequence of easier weeks that comes as late as may be. In each week
the step is taken, a new session of the least length or five minutes more of one that is there, that takes away most of
what the auditor finds broken; where none does, the step that gains most of the objective and breaks nothing more. No step
is taken back. Prints the best plan's objective, the rules that it breaks, and processor seconds. AUDITOR.py is a module with
`audit(plan, problem)` for plan/1: violations `v` with `value` and `limit`, and `metrics` with the objective.
"""
import datetime as dt
import importlib.util
import json
import pathlib
import sys
import time


def module(path):
    spec = importlib.util.spec_from_file_location("auditor", path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


class Greedy:
    def __init__(self, auditor, problem):
        self.auditor, self.problem = auditor, problem
        self.start = dt.date.fromisoformat(problem["start_date"])
        self.days = problem["event"]["day_index"]
        self.templates = {template["id"]: template for template in problem["templates"]}

    def week_types(self):
        limits, weeks = self.problem["limits"], self.problem["weeks"]
        taper = len((limits.get("taper") or {}).get("max_fraction") or [])
        deload = limits.get("deload")
        every = deload["max_load_weeks"] + 1 if deload else weeks + 1
        # Counted back from the taper: the last easier week comes right before it, or up to `every` weeks earlier.
        for shift in range(min(every, weeks)):
            kinds = ["deload" if (weeks - taper - week + shift) % every == 0 and week > 0 else "load"
                     for week in range(weeks - taper)]
            yield kinds + ["taper"] * taper

    def plan(self, cells, types):
        days = []
        for day in range(self.days + 1):
            sessions = [{"template": name, "minutes": minutes} for (at, name), minutes in cells.items() if at == day]
            if day == self.days:
                sessions.append({"kind": "event", "minutes": self.problem["event"]["minutes"]})
            days.append({"date": (self.start + dt.timedelta(day)).isoformat(), "sessions": sessions})
        return {"schema": "plan/1", "problem_id": self.problem["id"], "start_date": self.problem["start_date"],
                "week_types": types, "days": days}

    def judged(self, cells, types):
        found = self.auditor.audit(self.plan(cells, types), self.problem)
        breach = 0.0
        for fault in found.v:
            value, limit = fault.get("value"), fault.get("limit")
            breach += 0.2 + (min(2.0, abs(value - limit) / max(1.0, abs(limit))) if None not in (value, limit) else 1)
        return round(breach, 9), -found.metrics["objective"]

    def steps(self, week, cells):
        for day in range(7 * week, min(7 * week + 7, self.days)):
            for name, template in self.templates.items():
                minutes = cells.get((day, name))
                if minutes is None:
                    yield day, name, template["min_minutes"]
                elif minutes + 5 <= template["max_minutes"]:
                    yield day, name, minutes + 5

    def filled(self, types):
        cells, best = {}, self.judged({}, types)
        for week in range(len(types)):
            while True:
                tried = [(self.judged({**cells, (day, name): minutes}, types), day, name, minutes)
                         for day, name, minutes in self.steps(week, cells)]
                if not tried or min(tried)[0] >= best:
                    break
                best, day, name, minutes = min(tried)
                cells[day, name] = minutes
        return best, cells

    def best(self):
        """The audited plan, and its kinds of week."""
        filled = [(*self.filled(types), types) for types in self.week_types()]
        _, cells, types = min(filled, key=lambda plan: plan[0])
        return self.auditor.audit(self.plan(cells, types), self.problem), types


def main():
    auditor = module(sys.argv[1])
    for path in sys.argv[2:]:
        start = time.process_time()
        plan, types = Greedy(auditor, json.loads(pathlib.Path(path).read_text(encoding="utf-8"))).best()
        broken = ", ".join(sorted({fault["rule"] for fault in plan.v})) or "nothing"
        print(f"{pathlib.Path(path).stem}: objective {plan.metrics['objective']}, breaks {broken}, "
              f"{time.process_time() - start:.0f} s, weeks {''.join(kind[0] for kind in types)}", flush=True)


if __name__ == "__main__":
    main()
