"""Calendars and cards through real clients: the library `caldav`, and `vdirsyncer` between a folder and the server."""

import datetime
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

import caldav

MAIL, PASSWORD = "mia@berg.example", "correct horse battery"


class Server:
    """The program on a free port, with a folder of its own and one person in it."""

    def __init__(self, folder):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.url = f"http://127.0.0.1:{probe.getsockname()[1]}"
        self.start()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        self.open = lambda path, **form: opener.open(
            self.url + path, urllib.parse.urlencode(form).encode() if form else None
        ).read().decode()
        self.open(
            "/welcome", workspace_name="Berg Marine", language="en", country="DK", currency="DKK",
            time_zone="Europe/Copenhagen", name="Mia Berg", email=MAIL, password=PASSWORD,
        )
        page = self.open("/settings/devices", name="Test")
        self.password = re.search(r'id="secret" value="([a-z0-9-]+)"', page).group(1)

    def start(self):
        environment = {key: value for key, value in os.environ.items() if not key.startswith("KARTOTEK_")}
        listen = self.url.removeprefix("http://")
        self.child = subprocess.Popen(
            [os.path.abspath(os.environ["KARTOTEK_BINARY"]), "serve", "--data", self.folder, "--listen", listen, "--log-level", "warn"],
            env=environment, stdout=subprocess.PIPE, text=True,
        )
        for line in self.child.stdout:
            if "is running at" in line:
                return
        raise AssertionError("the server did not start")

    def stop(self):
        self.child.send_signal(signal.SIGTERM)
        self.child.wait(10)
        self.child.stdout.close()


def event(uid, summary, day, more=""):
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\nBEGIN:VEVENT\r\n"
        f"UID:{uid}\r\nDTSTAMP:20261101T080000Z\r\nDTSTART:{day}T090000Z\r\nDTEND:{day}T100000Z\r\n"
        f"SUMMARY:{summary}\r\n{more}END:VEVENT\r\nEND:VCALENDAR\r\n"
    )


def a_library_finds_reads_and_writes_calendars(server):
    client = caldav.DAVClient(url=f"{server.url}/.well-known/caldav", username=MAIL, password=server.password)
    principal = client.principal()
    calendars = {str(calendar.url).rstrip("/").rsplit("/", 1)[-1]: calendar for calendar in principal.calendars()}
    assert {"own", "tasks"} <= set(calendars), calendars
    own = calendars["own"]
    token = own.objects_by_sync_token().sync_token

    made = own.save_event(event("lib-1@test", "Sea trial", "20261201", "CATEGORIES:Boats\r\n"))
    assert own.event_by_uid("lib-1@test").icalendar_component["SUMMARY"] == "Sea trial"
    changed = own.objects_by_sync_token(token, load_objects=True)
    assert [str(one.icalendar_component["UID"]) for one in changed] == ["lib-1@test"]

    made.load()
    made.icalendar_component["SUMMARY"] = "Sea trial, part two"
    made.save()
    assert "part two" in own.event_by_uid("lib-1@test").data
    assert "Boats" in own.event_by_uid("lib-1@test").data, "what nobody knows is kept"
    assert "Sea trial, part two" in server.open("/calendar?as=day&date=2026-12-01")

    own.save_event(event("lib-2@test", "Weekly", "20261202", "RRULE:FREQ=WEEKLY;COUNT=10\r\n"))
    window = dict(start=datetime.datetime(2026, 12, 8), end=datetime.datetime(2026, 12, 10))
    found = own.search(event=True, expand=True, **window)
    assert [one.icalendar_component["SUMMARY"] for one in found] == ["Weekly"], found

    # Places to come back with are good after a restart.
    token = own.objects_by_sync_token().sync_token
    server.stop()
    server.start()
    assert len(list(own.objects_by_sync_token(token))) == 0
    made.delete()
    assert len(list(own.objects_by_sync_token(token))) == 1

    tasks = calendars["tasks"]
    task = tasks.save_todo(summary="Send the offer", due=datetime.datetime(2026, 12, 3, 9, tzinfo=datetime.timezone.utc))
    assert [one.icalendar_component["SUMMARY"] for one in tasks.todos()] == ["Send the offer"]
    task.complete()
    assert tasks.todos() == []

    refused = caldav.DAVClient(url=f"{server.url}/dav/", username=MAIL, password=PASSWORD)
    try:
        refused.principal()
    except caldav.lib.error.AuthorizationError:
        pass
    else:
        raise AssertionError("the account's own password opened the calendar")


def card(uid, lines):
    return "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:" + uid + "\r\n" + lines + "\r\nEND:VCARD\r\n"


class Folder:
    """A folder that vdirsyncer keeps in step with the server."""

    def __init__(self, server, root, kind, collection, extension):
        self.root = pathlib.Path(root)
        self.extension = extension
        self.items = self.root / "items" / collection
        self.config = self.root / "config"
        self.config.write_text(
            f'[general]\nstatus_path = "{self.root}/status"\n'
            f'[pair both]\na = "here"\nb = "there"\ncollections = ["{collection}"]\nconflict_resolution = "b wins"\n'
            f'[storage here]\ntype = "filesystem"\npath = "{self.root}/items"\nfileext = "{extension}"\n'
            f'[storage there]\ntype = "{kind}"\nurl = "{server.url}/"\nusername = "{MAIL}"\npassword = "{server.password}"\n'
        )
        self.run("discover", "both", answers="y\n" * 5)

    def run(self, *words, answers=""):
        command = [str(pathlib.Path(sys.executable).parent / "vdirsyncer"), "-c", str(self.config), *words]
        done = subprocess.run(command, input=answers, capture_output=True, text=True)
        assert done.returncode == 0, f"vdirsyncer {' '.join(words)}:\n{done.stdout}\n{done.stderr}"
        return done.stdout + done.stderr

    def sync(self):
        return self.run("sync", "both")

    def texts(self):
        return {path.name: path.read_text() for path in self.items.glob(f"*{self.extension}")}

    def with_word(self, word):
        found = [path for path in self.items.glob(f"*{self.extension}") if word in path.read_text()]
        assert len(found) == 1, f"{word}: {self.texts()}"
        return found[0]


def quiet(folder):
    """Another round changes nothing on either side."""
    before = folder.texts()
    told = folder.sync()
    assert folder.texts() == before, told
    assert "Copying" not in told and "Deleting" not in told, told


def vdirsyncer_keeps_cards_in_step(server, root):
    server.open("/people", name="Anna Berg", **{"emails.0.address": "anna@berg.example"})
    server.open("/people", name="Cem Kaya")
    folder = Folder(server, root, "carddav", "mine", ".vcf")
    folder.sync()
    folder.with_word("Anna Berg")
    # Made here, with what nobody there knows.
    (folder.items / "bo.vcf").write_bytes((card("bo-1", "N:Holm;Bo;;;\r\nFN:Bo Holm\r\nTEL;TYPE=CELL:+4531425510\r\nX-SHOE-SIZE:44")).encode())
    folder.sync()
    assert "Bo Holm" in server.open("/people")
    folder.sync()
    assert "X-SHOE-SIZE:44" in folder.with_word("Bo Holm").read_text()
    quiet(folder)
    # Changed here.
    bo = folder.with_word("Bo Holm")
    bo.write_bytes((bo.read_text().replace("Bo Holm", "Bo Holm-Jensen").replace("N:Holm;", "N:Holm-Jensen;")).encode())
    folder.sync()
    folder.sync()
    assert "Holm-Jensen" in server.open("/people")
    quiet(folder)
    # Taken out on either side.
    folder.with_word("Holm-Jensen").unlink()
    folder.sync()
    assert "Holm-Jensen" not in server.open("/people")
    key = re.search(r"UID:(?:urn:uuid:)?([0-9a-f]{32})", folder.with_word("Anna Berg").read_text()).group(1)
    server.open(f"/people/{key}/trash", x="1")
    folder.sync()
    assert len(folder.texts()) == 1 and folder.with_word("Cem Kaya"), folder.texts()


def vdirsyncer_keeps_appointments_in_step(server, root):
    folder = Folder(server, root, "caldav", "own", ".ics")
    folder.sync()
    known = set(folder.texts())
    alarm = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:x\r\nTRIGGER:-PT1H\r\nEND:VALARM\r\n"
    (folder.items / "v1.ics").write_bytes((event("v-1", "Slipway", "20261210", f"LOCATION:Quay 4\r\n{alarm}")).encode())
    folder.sync()
    assert "Slipway" in server.open("/calendar?as=day&date=2026-12-10")
    folder.sync()
    text = folder.with_word("Slipway").read_text()
    assert "TRIGGER:-PT1H" in text and "UID:v-1" in text, text
    quiet(folder)
    # Cancelled there, it is cancelled here.
    page = server.open("/calendar?as=day&date=2026-12-10")
    key = re.search(r"/appointments/([0-9a-f]{32})", page).group(1)
    server.open(f"/appointments/{key}/state", state="cancelled")
    folder.sync()
    assert "STATUS:CANCELLED" in folder.with_word("Slipway").read_text()
    folder.with_word("Slipway").unlink()
    folder.sync()
    assert set(folder.texts()) == known
    assert "Slipway" not in server.open("/calendar?as=day&date=2026-12-10")


def main():
    root = tempfile.mkdtemp(prefix="kartotek-clients-")
    server = Server(os.path.join(root, "data"))
    try:
        a_library_finds_reads_and_writes_calendars(server)
        for number, test in enumerate([vdirsyncer_keeps_cards_in_step, vdirsyncer_keeps_appointments_in_step]):
            folder = os.path.join(root, str(number))
            os.mkdir(folder)
            test(server, folder)
    finally:
        server.stop()
        shutil.rmtree(root, ignore_errors=True)
    print("Real calendar programs: everything is fine.")


if __name__ == "__main__":
    main()
