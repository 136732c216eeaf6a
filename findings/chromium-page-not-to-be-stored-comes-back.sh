#!/usr/bin/env bash
# Package   chromium 156 (Debian), driven through its pipe by the standard library alone.
# Expected  A page that was sent with "Cache-Control: no-store" is asked for anew when somebody goes back to it.
# Happens   It comes back whole, as it was left, and nothing is asked: the cache for the way back keeps it too. Only once a
#           cookie of the place has changed meanwhile is it asked for again.
# Matters   A questionnaire on a shared or borrowed phone: after "Thank you" the Back key shows what was answered, although
#           the server says that nothing may be kept and has forgotten it. Ending a session must change a cookie.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
chromium=$(command -v chromium)
"$chromium" --version
python3 - "$chromium" "$folder" <<'P'
import json, os, subprocess, sys, threading, time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

asked = []


class Pages(BaseHTTPRequestHandler):
    def do_GET(self):
        asked.append(self.path)
        self.send_response(200)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Type", "text/html")
        if self.path in ("/begin", "/thanks-and-another-cookie"):
            self.send_header("Set-Cookie", f"session={self.path[1:]}; HttpOnly")
        self.end_headers()
        self.wfile.write(f"<title>{self.path}</title><p>{self.path}".encode())

    def log_message(self, *_said):
        pass


server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
threading.Thread(target=server.serve_forever, daemon=True).start()
place = f"http://127.0.0.1:{server.server_port}"
(source, told), (heard, target) = os.pipe(), os.pipe()
begin = """
import fcntl, os, sys
source, target = (fcntl.fcntl(int(each), fcntl.F_DUPFD, 10) for each in sys.argv[1:3])
os.dup2(source, 3)
os.dup2(target, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
browser = subprocess.Popen(
    [sys.executable, "-c", begin, str(source), str(target), sys.argv[1], "--headless=new", "--no-sandbox", "--disable-gpu",
     "--no-first-run", "--disable-background-networking", "--remote-debugging-pipe", f"--user-data-dir={sys.argv[2]}"],
    pass_fds=(source, target), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
)
os.close(target)
left, number = b"", 0


def tell(method, session=None, **parameters):
    global left, number
    number += 1
    said = {"id": number, "method": method, "params": parameters} | ({"sessionId": session} if session else {})
    os.write(told, json.dumps(said).encode() + b"\0")
    while True:
        while b"\0" not in left:
            more = os.read(heard, 65536)
            if not more:
                raise SystemExit("the browser has ended")
            left += more
        line, _end, left = left.partition(b"\0")
        answer = json.loads(line)
        if answer.get("id") == number:
            return answer["result"]


tab = tell("Target.attachToTarget", targetId=tell("Target.createTarget", url="about:blank")["targetId"], flatten=True)
tab = tab["sessionId"]


def shows(path):
    for _each in range(500):
        found = tell("Runtime.evaluate", tab, expression="document.readyState + document.title", returnByValue=True)
        if found["result"].get("value") == f"complete{path}":
            return
        time.sleep(0.02)
    raise SystemExit(f"{path} never came")


def back_after(thanks):
    """How often the answers were asked for: once for reading them, and perhaps again on the way back."""
    asked.clear()
    for path in ("/begin", "/answers", thanks):
        tell("Page.navigate", tab, url=place + path)
        shows(path)
    history = tell("Page.getNavigationHistory", tab)
    tell("Page.navigateToHistoryEntry", tab, entryId=history["entries"][history["currentIndex"] - 1]["id"])
    shows("/answers")
    return asked.count("/answers")


# A browser short of memory or time may keep no page at all: that one is kept is seen in one of several turns.
kept = []
while 1 not in kept and len(kept) < 60:
    kept.append(back_after("/thanks"))
anew = [back_after("/thanks-and-another-cookie") for _turn in range(len(kept) + 10)]
print("asked for, cookie unchanged:", kept)
print("asked for, cookie changed:  ", anew)
tell("Browser.close")
browser.wait(20)
raise SystemExit(min(kept) != 1 or min(anew) != 2)
P
