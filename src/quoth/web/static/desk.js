// The desk without this file is whole: links lead to pages. With it, evidence opens beside the page, text is copied, the timeline is zoomed.
import { liveForms, liveQueue } from "./correct.js";
import { liveTimeline } from "./timeline.js";

const beside = document.getElementById("beside");
document.body.classList.add("script");

async function openBeside(link) {
  const address = new URL(link.href);
  const place = address.hash;
  address.searchParams.set("panel", "1");
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) throw new Error(`status ${answer.status}`);
  const text = await answer.text();
  const made = new DOMParser().parseFromString(text, "text/html").body;
  const close = document.createElement("button");
  close.type = "button";
  close.className = "close-beside";
  close.textContent = "Close";
  close.addEventListener("click", () => shut(link));
  beside.replaceChildren(close, ...made.childNodes);
  liveForms(beside, true);
  const said = place.startsWith("#said-") && beside.querySelector(`[data-said~="${CSS.escape(place.slice(6))}"]`);
  beside.scrollTop = said ? said.getBoundingClientRect().top - beside.getBoundingClientRect().top + beside.scrollTop - 40 : 0;
  beside.classList.add("open");
  for (const row of document.querySelectorAll("tr.on")) row.classList.remove("on");
  link.closest("table.matrix tr")?.classList.add("on");
  beside.focus({ preventScroll: true });
}

function shut(link) {
  beside.classList.remove("open");
  link.focus();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-beside]");
  if (!link || !beside || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openBeside(link).catch(() => {
    location.assign(link.href);
  });
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && beside?.classList.contains("open")) beside.classList.remove("open");
  if (event.key === "/" && !event.target.closest("input,select,textarea,[contenteditable]")) {
    event.preventDefault();
    document.getElementById("find")?.focus();
  }
});

for (const button of document.querySelectorAll("button[data-copy]")) {
  button.hidden = !navigator.clipboard;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(document.getElementById(button.dataset.copy).textContent.trim());
    button.textContent = "Copied";
  });
}

liveForms(document, false);
for (const list of document.querySelectorAll("[data-queue]")) liveQueue(list);
for (const figure of document.querySelectorAll("[data-timeline]")) liveTimeline(figure);
