"""What the judges of calendars share: reading them, and programs that subscribe to them or import them."""
import base64
import functools
import http.client
import http.server
import pathlib
import socket
import subprocess
import sys
import sysconfig
import threading
import time

import icalendar

KHAL = """[calendars]
[[plan]]
path = {folder}/khal
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""

VDIRSYNCER = """[general]
status_path = "{folder}/status/"
[pair plan]
a = "web"
b = "local"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "http://127.0.0.1:{port}/{name}"
[storage local]
type = "filesystem"
path = "{folder}/vdirsyncer"
fileext = ".ics"
"""

RADICALE = """[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {folder}/radicale
[logging]
level = error
"""


def events(*paths, keeps_uid=True):
    """The events of files that take place: UID, start, end and summary, sorted."""
    found = []
    for path in paths:
        for event in icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"):
            if event.get("STATUS") == "CANCELLED":
                continue
            uid = str(event["UID"]) if keeps_uid else ""
            found.append((uid, event["DTSTART"].dt.isoformat(), event["DTEND"].dt.isoformat(),
                          str(event["SUMMARY"])))
    return sorted(found)


def compare(program, wanted, got):
    if wanted != got:
        lost = [event for event in wanted if event not in got]
        more = [event for event in got if event not in wanted]
        sys.exit(f"{program} ends with {len(got)} events, not {len(wanted)}\nlost: {lost}\nmore: {more}")


def run(program, *arguments):
    path = pathlib.Path(sysconfig.get_path("scripts")) / program
    done = subprocess.run([path, *map(str, arguments)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{program} {arguments}: exit {done.returncode}\n{done.stdout}{done.stderr}")


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format, *arguments):
        pass


class Khal:
    """A coach who imports the file again and again."""

    def __init__(self, folder):
        self.folder = folder
        (folder / "khal").mkdir()
        (folder / "khal.conf").write_text(KHAL.format(folder=folder))

    def take(self, calendar):
        run("khal", "-c", self.folder / "khal.conf", "import", "--batch", "-a", "plan", calendar)
        compare("khal", events(calendar), events(*(self.folder / "khal").glob("*.ics")))


class Vdirsyncer:
    """An athlete who subscribed. vdirsyncer makes UIDs of its own."""

    def __init__(self, folder, calendar):
        self.folder, self.calendar = folder, calendar
        (folder / "vdirsyncer").mkdir()
        handler = functools.partial(QuietHandler, directory=calendar.parent)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.configuration = folder / "vdirsyncer.conf"
        self.configuration.write_text(
            VDIRSYNCER.format(folder=folder, port=self.server.server_port, name=calendar.name))
        run("vdirsyncer", "-c", self.configuration, "discover")

    def take(self):
        run("vdirsyncer", "-c", self.configuration, "sync")
        compare("vdirsyncer", events(self.calendar, keeps_uid=False),
                events(*(self.folder / "vdirsyncer").glob("*.ics"), keeps_uid=False))

    def close(self):
        self.server.shutdown()


class Radicale:
    """A CalDAV server with a client that keeps one resource an event: PUT with ETag, DELETE."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        configuration = folder / "radicale.conf"
        configuration.write_text(RADICALE.format(folder=folder, port=self.port))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "radicale", "--config", configuration], stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL)
        self.known = {}                      # UID: (ETag, bytes)
        for _ in range(100):
            try:
                self.ask("MKCALENDAR", "", expected=(201,))
                return
            except OSError:
                time.sleep(0.1)
        sys.exit("Radicale does not answer")

    def ask(self, method, name, body=b"", expected=(200,), **headers):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        login = base64.b64encode(b"coach:coach").decode()
        connection.request(method, "/coach/plan/" + name, body, {
            "Authorization": "Basic " + login, "Content-Type": "text/calendar; charset=utf-8",
            **{key.replace("_", "-"): value for key, value in headers.items()}})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status not in expected:
            sys.exit(f"Radicale: {method} {name}: {answer.status} {content.decode(errors='replace')}")
        return answer.headers.get("ETag"), content

    def take(self, calendar):
        """Brings the server to what the feed holds, touching only what changed. Gives what was touched."""
        resources = dict(self.resources(calendar.read_bytes()))
        touched = 0
        for uid, body in resources.items():
            etag, known = self.known.get(uid, (None, None))
            if known == body:
                continue
            condition = {"If_Match": etag} if etag else {"If_None_Match": "*"}
            etag, _ = self.ask("PUT", uid + ".ics", body, (201, 204), **condition)
            self.known[uid] = (etag, body)
            touched += 1
        for uid in set(self.known) - set(resources):
            self.ask("DELETE", uid + ".ics", expected=(200, 204), If_Match=self.known.pop(uid)[0])
            touched += 1
        _, content = self.ask("GET", "")
        held = calendar.with_name("radicale.ics")
        held.write_bytes(content)
        compare("Radicale", events(calendar), events(held))
        held.unlink()
        return touched

    @staticmethod
    def resources(feed):
        """Each event with the time zones of the feed, as a calendar of its own."""
        head = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Gradus//Judges//EN\r\n"
        parts = feed.split(b"BEGIN:VEVENT\r\n")
        zones = parts[0][parts[0].find(b"BEGIN:VTIMEZONE"):] if b"BEGIN:VTIMEZONE" in parts[0] else b""
        for part in parts[1:]:
            event = b"BEGIN:VEVENT\r\n" + part[:part.index(b"END:VEVENT\r\n")] + b"END:VEVENT\r\n"
            uid = event.split(b"UID:")[1].split(b"\r\n")[0].decode()
            used = zones if b"TZID=" in event else b""
            yield uid, head + used + event + b"END:VCALENDAR\r\n"

    def close(self):
        self.process.terminate()
        self.process.wait()
