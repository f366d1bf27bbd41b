"""Measures the portal beside a server that does nothing but send as many bytes, and prints Markdown.

    python3 compare/portal.py BUILT [--seconds 10] [--mixed 60] [--rests 400 0] [--listeners 1000] [--large FOLDER]
        [--only pages mixed listeners start]

BUILT is the folder with `interlocal` and `bare-server`, built with optimisation. `wrk` has to be installed. The record
is that of `interlocal demo`, made anew in a folder of its own; FOLDER, if given, holds a large one, to be opened.
Processor time is the server's own, as the kernel counts it. `--only` leaves out the parts that it does not name.
"""
import argparse
import asyncio
import base64
import hashlib
import hmac
import http.client
import http.cookiejar
import json
import os
import pathlib
import platform
import re
import secrets
import signal
import socket
import statistics
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).parent
TICK = os.sysconf("SC_CLK_TCK")


def free_port():
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


class Server:
    """A server of this run: what it has used of processor and memory is asked of the kernel."""

    def __init__(self, command, port, ready, **settings):
        self.address = f"http://127.0.0.1:{port}"
        self.port = port
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | settings)
        while True:
            try:
                with urllib.request.urlopen(self.address + ready) as answer:
                    answer.read()
                break
            except OSError:
                if self.process.poll() is not None or time.perf_counter() - begun > 30:
                    raise SystemExit(f"{command[0]} does not answer")
                time.sleep(0.002)
        self.seconds_to_answer = time.perf_counter() - begun

    def processor_seconds(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / TICK

    def resident_bytes(self):
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) * 1024

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


class Browser:
    """Cookies and forms: enough to come in as a person of the sample region."""

    def __init__(self, server):
        self.server = server
        self.jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def open(self, path, fields=None):
        data = urllib.parse.urlencode(fields).encode() if fields else None
        with self.opener.open(self.server.address + path, data) as answer:
            return answer.read().decode()

    def send(self, page, path, fields):
        form = next(form for form in page.split("<form ")[1:] if f'action="{path}"' in form)
        hidden = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form.split("</form>")[0])
        return self.open(path, dict(hidden) | fields)

    def sign_in(self, name, password, secret):
        page = self.send(self.open("/sign-in"), "/sign-in", {"name": name, "password": password})
        if secret is not None:
            page = self.send(page, "/sign-in/code", {"code": code(secret)})
        return page

    @property
    def cookie(self):
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.jar)


def signed_in(server, lines, name):
    """A browser in which somebody is, by what `interlocal demo` printed of the accounts."""
    name, password, secret = next(line.split()[:3] for line in lines if line.split()[:1] == [name])
    browser = Browser(server)
    browser.sign_in(name, password, None if secret == "–" else secret)
    return browser


def code(secret):
    """Six digits of RFC 6238."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start:start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def load(server, path, seconds, connections=64, headers=(), script=None, extra=()):
    """Runs wrk; what it found, with the processor time that the server took for each request."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", str(script)]
    before = server.processor_seconds()
    text = subprocess.run(
        command + [server.address + path] + (["--", *extra] if extra else []), capture_output=True, text=True,
        check=True).stdout
    used = server.processor_seconds() - before
    requests = int(re.search(r"(\d+) requests in", text)[1])
    slowest = re.search(r"99%\s+([\d.]+\w+)", text)
    errors = re.search(r"Non-2xx or 3xx responses: (\d+)", text)
    broken = re.search(r"Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)", text)
    return {
        "rate": float(re.search(r"Requests/sec:\s+([\d.]+)", text)[1]),
        "p99": milliseconds(slowest[1]) if slowest else float("nan"),
        # What takes longer than the run counts as one.
        "processor": used / max(1, requests) * 1e6,
        "faults": (int(errors[1]) if errors else 0) + (sum(map(int, broken.groups())) if broken else 0),
        "requests": requests,
    }


def milliseconds(text):
    number, unit = re.match(r"([\d.]+)(\w+)", text).groups()
    return float(number) * {"us": 1e-3, "ms": 1, "s": 1e3, "m": 6e4}[unit]


def asked(server, path, headers=None):
    """Status, headers and length of an answer."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port)
    connection.request("GET", path, headers=headers or {})
    answer = connection.getresponse()
    return answer.status, dict(answer.getheaders()), len(answer.read())


def pages(portal, bare, browser, seconds):
    """P1 to P3: each address in turn with the bare server's answer of the same size."""
    style = re.search(r'href="(/static/style[^"]+)"', browser.open("/"))[1]
    tag = asked(portal, "/agreements/AG-1")[1]["ETag"]
    cookie = f"Cookie: {browser.cookie}"
    # The query differs each time, so that nobody has written the page before.
    fresh = HERE / "fresh.lua"
    works = [
        ("P1", "agreement, for whoever is not known", "/agreements/AG-1", [], None, "1,200 µs"),
        ("P1", "agreement, written anew each time", "/agreements/AG-1", [], fresh, "1,200 µs"),
        ("P1", "how this region works, a page of the size of 40 clauses", "/how", [], None, "1,200 µs"),
        ("P1", "the same, written anew each time", "/how", [], fresh, "1,200 µs"),
        ("P1", "agreement, for a party's lead", "/agreements/AG-1", [cookie], None, "1,200 µs"),
        ("P2", "agreement, 304 by its tag", "/agreements/AG-1", [f"If-None-Match: {tag}"], None, "120 µs"),
        ("P2", "style sheet", style, [], None, "120 µs"),
        ("P2", "checkpoint of the log", "/log/checkpoint", [], None, "120 µs"),
        ("P2", "tile of the log", "/log/tile/0/000", [], None, "120 µs"),
        ("P2", "health", "/health", [], None, "120 µs"),
        ("P3", "my week, of a party's lead", "/week", [cookie], None, "2,000 µs"),
        ("", "docket, for whoever is not known", "/docket", [], None, ""),
        ("", "docket, written anew each time", "/docket", [], fresh, ""),
    ]
    print("| goal | what | bytes | processor, µs each | bare | ratio | a second | bare | 99 % within, ms | bare | goal |")
    print("|---|---|---|---|---|---|---|---|---|---|---|")
    for goal, what, path, headers, script, aim in works:
        status, _, size = asked(portal, path, dict(header.split(": ", 1) for header in headers))
        if status not in (200, 304):
            print(f"{path} answers {status}; left out", file=sys.stderr)
            continue
        beside = [header for header in headers if header.startswith("If-None-Match")]
        bytes_path = f"/bytes/{size or 40_000}"
        load(portal, path, 1, headers=headers, script=script)
        found = load(portal, path, seconds, headers=headers, script=script)
        plain = load(bare, bytes_path, seconds, headers=beside)
        if found["faults"]:
            what += f" (**{found['faults']} faults**)"
        print(
            f"| {goal} | {what} | {size:,} | {found['processor']:.0f} | {plain['processor']:.0f} | "
            f"{found['processor'] / plain['processor']:.1f} | {found['rate']:,.0f} | {plain['rate']:,.0f} | "
            f"{found['p99']:.1f} | {plain['p99']:.1f} | {aim} |", flush=True)


def mixed(portal, browser, seconds, rest):
    """P5: nineteen of twenty requests read, one drafts a problem; each connection rests so many milliseconds.

    Memory is compared with what it was after two minutes, or after a fifth of the time where that is less.
    """
    token = json.loads(browser.open("/session"))["ordersToken"]
    os.environ["REST"] = str(rest)
    extra = [browser.cookie, token]
    load(portal, "/", min(120, max(5, seconds // 5)), 200, script=HERE / "mixed.lua", extra=extra)
    before = portal.resident_bytes()
    found = load(portal, "/", seconds, 200, script=HERE / "mixed.lua", extra=extra)
    grown = portal.resident_bytes() / before - 1
    rests = f"each resting {rest} ms" if rest else "each asking again at once"
    print(
        f"\nP5: {found['requests']:,} requests in {seconds} s over 200 connections, {rests}, one of twenty a write: "
        f"{found['faults']} faults, {found['rate']:,.0f} a second, 99 % within {found['p99']:.0f} ms, "
        f"{found['processor']:.0f} µs of processor time each; memory {before / 2**20:.0f} MiB, grown by {grown:.1%}.")


async def listen(portal, browser, desk, count):
    """P7: many pages that wait for one thing, and how soon all hear that the desk has accepted it."""

    def order(browser, text):
        token = json.loads(browser.open("/session"))["ordersToken"]
        request = urllib.request.Request(
            portal.address + "/api/orders", json.dumps(text | {"key": secrets.token_hex(16)}).encode(),
            {"Content-Type": "application/json", "X-Form-Token": token})
        with browser.opener.open(request) as answer:
            return json.loads(answer.read())

    draft = {"title": "Foam", "field": "water", "description": "Foam on the river."}
    number = order(browser, {"kind": "PD", "command": {"draft": draft}})["changes"][0]["object"]
    order(browser, {"kind": "PD", "object": number, "command": {"file": {}}})
    before = portal.resident_bytes()
    heard = []

    async def one(index, is_open):
        # So many from one address only: each sixty of them come from an address of their own.
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", portal.port, local_addr=(f"127.0.1.{1 + index // 60}", 0))
        writer.write(
            f"GET /live?of={number}&seen=2 HTTP/1.1\r\nHost: 127.0.0.1:{portal.port}\r\n\r\n".encode())
        line = await reader.readline()
        if b" 200 " not in line:
            raise SystemExit(f"listener {index}: {line.decode().strip()}")
        is_open.set_result(None)
        while b"event: changed" not in await reader.readline():
            pass
        heard.append(time.perf_counter())
        writer.close()

    loop = asyncio.get_running_loop()
    open_ = [loop.create_future() for _ in range(count)]
    tasks = []
    for index in range(count):
        tasks.append(asyncio.create_task(one(index, open_[index])))
        if index % 50 == 49:
            await asyncio.gather(*open_[:index + 1])
    await asyncio.gather(*open_)
    await asyncio.sleep(1)
    each = (portal.resident_bytes() - before) / count
    begun = time.perf_counter()
    await loop.run_in_executor(None, order, desk, {"kind": "PD", "object": number, "command": {"accept": {}}})
    await asyncio.wait_for(asyncio.gather(*tasks), 60)
    print(
        f"\nP7: {count:,} pages wait, {each / 1024:.1f} KiB each; when what they show changes, all are told "
        f"{max(heard) - begun:.2f} s later, half of them within {statistics.median(heard) - begun:.2f} s.")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("built", type=pathlib.Path)
    parser.add_argument("--seconds", type=int, default=10)
    parser.add_argument("--mixed", type=int, default=60)
    parser.add_argument("--rests", type=int, nargs="+", default=[400, 0])
    parser.add_argument("--listeners", type=int, default=1_000)
    parser.add_argument("--large", type=pathlib.Path)
    parts = ["pages", "mixed", "listeners", "start"]
    parser.add_argument("--only", choices=parts, nargs="+", default=parts)
    choice = parser.parse_args()
    interlocal = str(choice.built / "interlocal")
    with tempfile.TemporaryDirectory() as folder:
        data = f"{folder}/record"
        lines = subprocess.run(
            [interlocal, "demo", "--data", data], capture_output=True, text=True, check=True).stdout.splitlines()
        port, other = free_port(), free_port()
        # Room for more than it admits by itself, where more are asked for.
        room = {}
        if choice.listeners > 1_500:
            room = {"INTERLOCAL_LISTENERS": str(choice.listeners), "INTERLOCAL_CONNECTIONS": str(2 * choice.listeners)}
        portal = Server([interlocal, "serve", "--data", data, "--port", str(port)], port, "/", **room)
        bare = Server([str(choice.built / "bare-server"), str(other)], other, "/bytes/1")
        print(
            f"Load average {os.getloadavg()[0]:.1f} at the start; {os.cpu_count()} cores, {platform.machine()}, "
            f"{choice.seconds} s each, 64 connections, generator on the same machine.\n")
        try:
            browser, desk = (signed_in(portal, lines, name) for name in ["lead-city", "desk"])
            if "pages" in choice.only:
                pages(portal, bare, browser, choice.seconds)
            if "mixed" in choice.only:
                # People rest between two pages; then as fast as the portal can.
                for rest in choice.rests:
                    mixed(portal, browser, choice.mixed, rest)
            if "listeners" in choice.only:
                asyncio.run(listen(portal, browser, desk, choice.listeners))
        finally:
            portal.stop()
            bare.stop()
        if "start" in choice.only:
            print(
                f"\nP8: from start to the first page answered, the sample's record: "
                f"{portal.seconds_to_answer * 1e3:.0f} ms.")
    if choice.large and "start" in choice.only:
        # First without what a server leaves behind for the next one, then with it.
        (choice.large / "rolls").unlink(missing_ok=True)
        starts = []
        for _ in range(2):
            large = Server([interlocal, "serve", "--data", str(choice.large), "--port", str(port)], port, "/")
            large.stop()
            starts.append(large.seconds_to_answer * 1e3)
        size = (choice.large / "record.sqlite").stat().st_size
        print(
            f"The same, a record of {size / 1e6:,.0f} MB: {starts[0]:.0f} ms for the first server on it, {starts[1]:.0f} ms "
            "for the next.")
    print(f"\nLoad average {os.getloadavg()[0]:.1f} at the end.")


main()
