"use strict";
// A link carries its token behind a #, which browsers send to nobody: no log of a server or proxy holds it.
(() => {
  const form = document.getElementById("login");
  const field = document.getElementById("token");

  const tokenOf = (text) => text.trim().split("token=").pop();

  const enter = async (token) => {
    const answer = await fetch(new URL("login", document.baseURI), {
      method: "POST",
      body: new URLSearchParams({ token }),
    });
    if (answer.ok) {
      location.reload();
    } else {
      document.getElementById("wrong").hidden = false;
      field.focus();
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    enter(tokenOf(field.value));
  });

  const fromLink = () => {
    if (!location.hash.startsWith("#token=")) return;
    const token = tokenOf(location.hash);
    history.replaceState(null, "", location.pathname + location.search);
    enter(token);
  };
  addEventListener("hashchange", fromLink);
  fromLink();
})();
