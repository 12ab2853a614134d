/* SPDX-License-Identifier: GPL-3.0-or-later */
"use strict";
(() => {
  const $ = (selector, root = document) => [...root.querySelectorAll(selector)];
  const codes = ["zh", "en", "ko"];
  const shown = () => codes.find(code => document.getElementById("show-" + code).checked);

  /* Language: an address leads to a row of one language; a change of language stays at its place. */
  let nearest = "";
  const follow = () => {
    const id = location.hash.slice(1), code = codes.find(code => id.startsWith(code + "-"));
    if (!code || !document.getElementById(id)) return;
    document.getElementById("show-" + code).checked = true;
    document.documentElement.lang = document.getElementById(code).lang;
    document.getElementById(id).scrollIntoView();
  };
  const remember = () => {
    const heads = $("h1[id], h2[id]", document.getElementById(shown()));
    const above = heads.filter(head => head.getBoundingClientRect().top < 60);
    nearest = above.length > 1 ? above[above.length - 1].id.slice(3) : "";
  };
  for (const code of codes)
    document.getElementById("show-" + code).addEventListener("change", () => {
      document.documentElement.lang = document.getElementById(code).lang;
      const same = document.getElementById(code + "-" + nearest);
      if (same) same.scrollIntoView({ behavior: "instant" });
    });
  addEventListener("scroll", remember, { passive: true });
  addEventListener("hashchange", follow);
  follow();

  /* Highlighting: the record under the pointer or with the focus, on the map and in the tables. */
  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("aria-hidden", "true");
  document.body.append(card);
  const split = words => (words || "").split(" ").filter(word => word);
  const meet = (words, wanted) => split(words).some(word => wanted.includes(word));
  /* A place lifts its links, and a link its places. */
  const lift = (article, wanted) => {
    const all = $("[data-id]", article), own = all.filter(element => meet(element.dataset.id, wanted));
    const ends = own.flatMap(element => split(element.dataset.ends));
    for (const element of all)
      element.classList.toggle("lit", own.includes(element) || meet(element.dataset.ends, wanted) ||
        element.classList.contains("place") && meet(element.dataset.id, ends));
    for (const map of $(".map .picture", article))
      map.classList.toggle("some", map.querySelector(".lit") !== null);
  };
  const line = (tag, text) => {
    const element = document.createElement(tag);
    element.textContent = text;
    card.append(element);
  };
  const show = (part, x, y) => {
    const title = part.querySelector("title");
    if (!title) return;
    card.replaceChildren();
    card.lang = part.closest("[lang]").lang;
    title.textContent.split("\n").forEach((text, i) => line(i ? "span" : "strong", text));
    card.hidden = false;
    const room = document.documentElement.clientWidth - card.offsetWidth - 12;
    card.style.left = Math.max(8, Math.min(x + 14, room)) + scrollX + "px";
    card.style.top = y + 18 + scrollY + "px";
  };
  const at = event => event.target.closest ? event.target.closest("article [data-id]") : null;
  document.addEventListener("pointerover", event => {
    const element = at(event);
    const article = event.target.closest && event.target.closest("article");
    if (!article) return;
    lift(article, element ? split(element.dataset.id) : []);
    card.hidden = true;
    if (element && element.closest("svg")) show(element, event.clientX, event.clientY);
  });
  document.addEventListener("focusin", event => {
    const element = at(event);
    const article = event.target.closest && event.target.closest("article");
    if (!article) return;
    lift(article, element ? split(element.dataset.id) : []);
    card.hidden = true;
    if (element && element.closest("svg")) {
      const box = element.getBoundingClientRect();
      show(element, box.left + box.width / 2, box.top + box.height / 2);
    }
  });
  document.addEventListener("keydown", event => { if (event.key === "Escape") card.hidden = true; });
  /* The card replaces the small text that a browser shows of a title. */
  for (const title of $(".map svg [data-id] > title")) title.setAttribute("pointer-events", "none");

  /* Sorting: within each group of a table. The third click gives the order of the source again. */
  const powers = [["亿", 1e8], ["万", 1e4], ["억", 1e8], ["만", 1e4], ["billion", 1e9], ["million", 1e6]];
  const amount = text => {
    const power = powers.find(([word]) => text.includes(word));
    return parseFloat(text.replace(/[^\d.+-]/g, "")) * (power ? power[1] : 1);
  };
  const sort = (table, column, head, state) => {
    const order = new Intl.Collator(table.closest("[lang]").lang, { numeric: true });
    const key = row => row.cells[column] ? row.cells[column].textContent.trim() : "";
    const compare = head.classList.contains("number")
      ? (a, b) => (amount(key(a)) || 0) - (amount(key(b)) || 0)
      : (a, b) => order.compare(key(a), key(b));
    for (const body of table.tBodies) {
      const rows = [...body.rows].filter(row => row.cells.length > 1);
      rows.forEach((row, i) => { row.place = row.place === undefined ? i : row.place; });
      rows.sort((a, b) => state === "none" ? a.place - b.place : state === "ascending" ? compare(a, b) : compare(b, a));
      body.append(...rows);
    }
  };
  for (const heads of $("thead")) {
    const table = heads.closest("table");
    $("th", heads).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const state = { ascending: "descending", descending: "none" }[head.getAttribute("aria-sort")] || "ascending";
        for (const other of $("th", heads)) other.removeAttribute("aria-sort");
        if (state !== "none") head.setAttribute("aria-sort", state);
        sort(table, column, head, state);
      });
    });
  }
})();
