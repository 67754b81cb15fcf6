"""Debian's Chromium without a window, driven over the DevTools protocol through a pipe: nothing but Python is needed.

    with Browser() as browser:
        page = browser.open("file:///tmp/timeline.html", width=1280, height=800)
        page.run("document.title")                 -> "Timeline"
        page.press("Tab"); page.type("ferry"); page.click("#controls button")
        page.complaints                            -> what the console and the page's policy complained of
        page.requests                              -> every address that was asked for
"""
import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

KEYS = {"Enter": (13, "\r"), "Tab": (9, ""), "Escape": (27, ""), " ": (32, " "), "ArrowDown": (40, ""), "ArrowUp": (38, ""),
        "ArrowRight": (39, ""), "ArrowLeft": (37, ""), "Home": (36, ""), "End": (35, "")}


def find_chromium():
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


class Browser:
    """One process of Chromium. It is ended by its own pipe, and by force where it does not listen."""

    def __enter__(self):
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self.writes = os.pipe()
        self.reads, from_browser = os.pipe()
        flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-extensions",
                 "--disable-background-networking", "--disable-component-update", "--disable-sync", "--force-color-profile=srgb",
                 f"--user-data-dir={self.profile.name}", "--remote-debugging-pipe"]
        # The protocol is spoken on the descriptors 3 (in) and 4 (out).
        wiring = f"exec \"$0\" \"$@\" 3<&{to_browser} 4>&{from_browser}"
        self.process = subprocess.Popen(["/bin/sh", "-c", wiring, find_chromium(), *flags, "about:blank"], pass_fds=(to_browser, from_browser),
                                        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number, self.heard, self.answers, self.pages = 0, b"", {}, {}
        return self

    def __exit__(self, *_):
        try:
            self.call("Browser.close")
            self.process.wait(10)
        except (OSError, TimeoutError, subprocess.TimeoutExpired):
            self.process.kill()
            self.process.wait()
        os.close(self.writes)
        os.close(self.reads)
        self.profile.cleanup()

    def send(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.writes, data):]
        return self.number

    def call(self, method, session=None, seconds=60, **parameters):
        number = self.send(method, session, **parameters)
        deadline = time.monotonic() + seconds
        while number not in self.answers:
            self.listen(deadline - time.monotonic())
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(f"{method}: {answer['error']}")
        return answer["result"]

    def listen(self, seconds):
        if seconds <= 0 or not select.select([self.reads], [], [], seconds)[0]:
            raise TimeoutError("Chromium does not answer")
        chunk = os.read(self.reads, 1 << 20)
        if not chunk:
            raise OSError("Chromium has ended")
        *messages, self.heard = (self.heard + chunk).split(b"\0")
        for text in messages:
            message = json.loads(text)
            if "id" in message:
                self.answers[message["id"]] = message
            elif message.get("sessionId") in self.pages:
                self.pages[message["sessionId"]].note(message["method"], message["params"])

    def open(self, address, width=1280, height=800, dark=False, script=True, touch=False):
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        page = self.pages[session] = Page(self, session, script)
        for domain in ("Page", "Runtime", "Network", "Log"):
            page.call(f"{domain}.enable")
        page.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=touch)
        page.call("Emulation.setTouchEmulationEnabled", enabled=touch)
        page.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])
        page.call("Emulation.setScriptExecutionDisabled", value=not script)
        page.go(address)
        return page


class Page:
    def __init__(self, browser, session, script):
        self.browser, self.session, self.script = browser, session, script
        self.complaints, self.requests, self.loaded = [], [], False

    def call(self, method, **parameters):
        return self.browser.call(method, self.session, **parameters)

    def note(self, method, parameters):
        if method == "Runtime.consoleAPICalled" and parameters["type"] in ("error", "warning"):
            self.complaints.append(str(parameters["args"]))
        if method == "Runtime.exceptionThrown":
            details = parameters["exceptionDetails"]
            self.complaints.append(details.get("exception", {}).get("description", details["text"]))
        if method == "Log.entryAdded" and parameters["entry"]["level"] in ("error", "warning"):
            self.complaints.append(parameters["entry"]["text"])
        if method == "Network.requestWillBeSent":
            self.requests.append(parameters["request"]["url"])
        if method == "Page.loadEventFired":
            self.loaded = True

    def go(self, address):
        self.loaded = False
        self.call("Page.navigate", url=address)
        deadline = time.monotonic() + 60
        while not self.loaded:
            self.browser.listen(deadline - time.monotonic())

    # Whatever was set off is done once two frames have been drawn; a page without script has no clock to tell that.
    def settle(self):
        if not self.script:
            time.sleep(.3)
            return
        self.call("Runtime.evaluate", awaitPromise=True, returnByValue=True,
                  expression="new Promise(done => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(() => done(1))), 20))")

    def run(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def press(self, key, **modifiers):
        code, text = KEYS[key] if key in KEYS else (ord(key.upper()), key)
        what = {"key": key, "windowsVirtualKeyCode": code, "modifiers": 8 if modifiers.get("shift") else 0}
        self.call("Input.dispatchKeyEvent", type="keyDown", **what, **({"text": text} if text else {}))
        self.call("Input.dispatchKeyEvent", type="keyUp", **what)
        self.settle()

    def type(self, text):
        self.call("Input.insertText", text=text)
        self.settle()

    def place_of(self, selector):
        return self.run(f"(() => {{ const one = document.querySelector({json.dumps(selector)}); one.scrollIntoView({{block: 'center', inline: 'center'}});"
                        " const box = one.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height / 2]; })()")

    def click(self, selector):
        x, y = self.place_of(selector)
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        self.settle()

    def drag(self, start, end):
        self.call("Input.dispatchMouseEvent", type="mousePressed", x=start[0], y=start[1], button="left", clickCount=1)
        for part in (.3, .7, 1):
            self.call("Input.dispatchMouseEvent", type="mouseMoved", button="left", buttons=1, x=start[0] + (end[0] - start[0]) * part,
                      y=start[1] + (end[1] - start[1]) * part)
        self.call("Input.dispatchMouseEvent", type="mouseReleased", x=end[0], y=end[1], button="left", clickCount=1)
        self.settle()

    def screenshot(self, path, whole=False):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.captureScreenshot", captureBeyondViewport=whole)["data"]))

    def print(self, path):
        with open(path, "wb") as file:
            file.write(base64.b64decode(self.call("Page.printToPDF", printBackground=False, preferCSSPageSize=True)["data"]))
