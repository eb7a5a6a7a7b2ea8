"use strict";
// What textual.js, the terminal of textual-serve, leaves open: relative addresses, why a connection ended,
// keys that the terminal changes or the browser takes, the focus, files, and a tab that closes too early.
(() => {
  const texts = JSON.parse(document.body.dataset.texts);
  const note = document.getElementById("note");
  const ended = document.getElementById("ended");
  let socket = null;
  let guarded = false;
  let error = "";

  const terminalInput = () => document.querySelector(".xterm-helper-textarea");

  const focusTerminal = () => {
    if (ended.hidden) terminalInput()?.focus();
  };

  // Addresses are relative, so that a proxy may show the app under a path.
  const addressOf = (url) => {
    const address = new URL(url, document.baseURI);
    address.protocol = address.protocol === "https:" ? "wss:" : "ws:";
    if (document.body.dataset.article) address.searchParams.set("article", document.body.dataset.article);
    return address;
  };

  const say = (text) => {
    note.firstElementChild.textContent = text;
    note.hidden = false;
    dispatchEvent(new Event("resize"));
  };

  const fetched = async (address, tries = 3) => {
    try {
      const answer = await fetch(address);
      if (!answer.ok) throw new Error(answer.status);
      return await answer.blob();
    } catch (failure) {
      if (tries > 1) return fetched(address, tries - 1);
      throw failure;
    }
  };

  const received = {
    // More than one page of the same person.
    second() {
      say(texts.second);
    },
    // Something is not saved yet, or a field is open.
    guard(on) {
      guarded = on;
    },
    // The address is a link to what is shown.
    article({ id, title }) {
      document.body.dataset.article = id;
      document.title = `${title} · 批阅`;
      history.replaceState(null, "", new URL(`a/${encodeURIComponent(id)}`, document.baseURI));
    },
    // What an app that could not start said.
    error(line) {
      error = line;
    },
    background(color) {
      document.documentElement.style.setProperty("--background", color);
    },
    // Fetched before it is handed to the browser, which says nothing of a download that breaks off.
    async download({ key, name }) {
      const link = document.createElement("a");
      try {
        link.href = URL.createObjectURL(await fetched(new URL(`download/${key}`, document.baseURI)));
      } catch {
        say(`${name}: ${texts.undelivered}`);
        return;
      }
      link.download = name;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    },
  };

  const end = (code) => {
    guarded = false;
    document.getElementById("ended-why").textContent = texts[code] ?? texts["1006"];
    document.getElementById("ended-error").textContent = error;
    ended.hidden = false;
    ended.querySelector("button").focus();
  };

  // Latin letters that an input method commits are a text, as a pasted one is: none of them is a key.
  let composed = "";
  addEventListener("compositionend", (event) => {
    composed = event.data;
  }, true);

  const pasteComposed = (data) => {
    if (!composed || !/[A-Za-z]/.test(composed)) return data;
    if (data !== JSON.stringify(["stdin", composed])) return data;
    composed = "";
    return JSON.stringify(["stdin", `\x1b[200~${JSON.parse(data)[1]}\x1b[201~`]);
  };

  window.WebSocket = class extends WebSocket {
    constructor(url) {
      super(addressOf(url));
      socket = this;
      this.addEventListener("open", focusTerminal);
      this.addEventListener("close", (event) => end(event.code));
      this.addEventListener("message", (event) => {
        if (typeof event.data !== "string") return;
        const [kind, value] = JSON.parse(event.data);
        if (Object.hasOwn(received, kind)) received[kind](value);
      });
    }

    // Before the connection stands, and after it has ended, nobody reads.
    send(data) {
      if (this.readyState === WebSocket.OPEN) super.send(pasteComposed(data));
    }
  };

  const ARROWS = { ArrowUp: "A", ArrowDown: "B", ArrowRight: "C", ArrowLeft: "D" };

  // The terminal makes ctrl+arrow of alt+arrow, and a control character of ctrl+v, which then pastes nothing.
  addEventListener("keydown", (event) => {
    if (event.isComposing || event.target !== terminalInput()) return;
    const alone = !event.ctrlKey && !event.shiftKey && !event.metaKey;
    if (event.altKey && alone && ARROWS[event.key]) {
      event.preventDefault();
      event.stopImmediatePropagation();
      socket?.send(JSON.stringify(["stdin", `\x1b[1;3${ARROWS[event.key]}`]));
    } else if (event.ctrlKey && !event.altKey && event.key.toLowerCase() === "v") {
      event.stopImmediatePropagation();
    }
  }, true);

  addEventListener("beforeunload", (event) => {
    if (guarded) event.preventDefault();
  });
  addEventListener("focus", focusTerminal);
  addEventListener("load", () => setTimeout(focusTerminal));
  note.querySelector("button").addEventListener("click", () => {
    note.hidden = true;
    dispatchEvent(new Event("resize"));
    focusTerminal();
  });
  ended.querySelector("button").addEventListener("click", () => location.reload());
})();
