"""A page in the browser, and what a reader does to it."""

from collections.abc import Callable
from typing import Any

FLAGS = [
    "--no-sandbox",  # Chromium refuses its sandbox to root, who runs the tests in a container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Opened:
    """An open page, with everything that it complained of or asked for."""

    def __init__(self, tab: Any, address: str) -> None:
        self.tab = tab
        self.complaints: list[str] = []
        self.requests: list[str] = []
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        tab.on("dialog", self._dismiss)
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.goto(address)
        self.requests.remove(address.partition("#")[0])

    def _dismiss(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def hash(self) -> str:
        """What the address says of the view."""
        return str(self.tab.evaluate("location.hash")).removeprefix("#")

    def panel(self) -> str:
        return str(self.tab.inner_text("#panel"))

    def click_edge(self, name: str) -> None:
        """Click where an edge is drawn and no node lies over it."""
        self.tab.mouse.click(*self.tab.evaluate(SPOT_OF_EDGE, name))

    def click_node(self, label: str) -> None:
        self.tab.mouse.click(*self.tab.evaluate(SPOT_OF_NODE, label))

    def visible(self) -> tuple[int, int]:
        """How many nodes and how many edges are not hidden."""
        nodes, edges = self.tab.evaluate("[nodes, edges].map((set) => set.get().filter((one) => !one.hidden).length)")
        return nodes, edges


Browse = Callable[..., Opened]  # what the fixture `browse` is
SPOT_OF_EDGE = """(name) => {
  const box = document.getElementById("graph").getBoundingClientRect();
  for (let y = 2; y < box.height; y += 3) for (let x = 2; x < box.width; x += 3) {
    const free = network.getNodeAt({ x, y }) === undefined;
    if (free && network.getEdgeAt({ x, y }) === name) return [box.x + x, box.y + y];
  }
  throw new Error(`the edge ${name} is nowhere to be seen`);
}"""
SPOT_OF_NODE = """(label) => {
  const box = document.getElementById("graph").getBoundingClientRect();
  const id = data.entries.findIndex((entry) => entry.label === label);
  const spot = network.canvasToDOM(network.getPosition(id));
  return [box.x + spot.x, box.y + spot.y];
}"""
