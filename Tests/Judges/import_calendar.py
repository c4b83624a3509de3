#!/usr/bin/env python3
"""Imports a calendar with khal, subscribes to it with vdirsyncer and keeps it on a Radicale server, each twice.

    import_calendar.py CALENDAR.ics

Each must end with exactly the calendar's events: none lost, none there twice. The programs are those of the
Python that runs this.
"""
import pathlib
import sys
import tempfile

from calendars import Khal, Radicale, Vdirsyncer, events


def main():
    calendar = pathlib.Path(sys.argv[1]).resolve()
    if not events(calendar):
        sys.exit(f"no event in {calendar}")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        khal, vdirsyncer, radicale = Khal(folder), Vdirsyncer(folder, calendar), Radicale(folder)
        try:
            for _ in range(2):
                khal.take(calendar)
                vdirsyncer.take()
                radicale.take(calendar)
        finally:
            vdirsyncer.close()
            radicale.close()


if __name__ == "__main__":
    main()
