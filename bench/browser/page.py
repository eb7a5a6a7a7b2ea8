"""The browser, and JavaScript that reads, and times, the terminal in a page of `piyue serve`."""

import shutil

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""Chromium's, the cheapest first: without windows, a tab takes four fifths of the processor time."""


def chromium() -> str | None:
    """Return the path of Chromium, where it is installed."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


FIND_TERMINAL = """
Object.defineProperty(Object.prototype, "fitAddon", {configurable: true, set(value) {
  Object.defineProperty(this, "fitAddon", {value, writable: true, configurable: true, enumerable: true});
  window.terminalOfPage = this.terminal;
  dispatchEvent(new Event("terminal"));
}});
"""
"""textual.js keeps its terminal to itself; this hands it over as soon as there is one."""

SCREEN = """
() => {
  const terminal = window.terminalOfPage, buffer = terminal?.buffer.active;
  if (!buffer) return "";
  // A line keeps the cells that a smaller terminal does not show.
  return Array.from({length: terminal.rows}, (_, row) =>
    buffer.getLine(buffer.baseY + row)?.translateToString(true, 0, terminal.cols) ?? "").join("\\n");
}
"""

SHOWS = f"""
(texts) => new Promise((resolve) => {{
  const look = () => {{
    const screen = ({SCREEN})();
    if (texts.every((text) => screen.includes(text))) resolve();
  }};
  const attach = () => {{
    window.terminalOfPage.onRender(look);
    look();
  }};
  if (window.terminalOfPage) attach();
  else addEventListener("terminal", attach, {{once: true}});
}})
"""
"""Waits until the terminal has drawn texts; polling in ten tabs would take time from what is measured."""

TIME_KEYS = """
async ({keys, pause}) => {
  const terminal = window.terminalOfPage;
  let typed = 0, parsed = 0, answer = () => {};
  const bytes = [], drawn = [];
  terminal.onWriteParsed(() => {
    if (!typed || parsed) return;
    parsed = performance.now();
    bytes.push(parsed - typed);
  });
  terminal.onRender(() => {
    if (!parsed) return;
    drawn.push(performance.now() - typed);
    typed = parsed = 0;
    answer();
  });
  for (const key of keys) {
    const answered = new Promise((resolve) => { answer = resolve; setTimeout(resolve, 2000); });
    typed = performance.now();
    parsed = 0;
    terminal.input(key, true);
    await answered;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return {bytes, drawn};
}
"""
"""Types keys one after the other; returns milliseconds until the first bytes of each answer were taken in,
and until the next frame was drawn."""
