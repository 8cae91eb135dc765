// Comforts for putting things right; every form works without them: coming back to the page one was on, taking the marked words, keys for the queue.

export function liveForms(root, beside) {
  if (beside) {
    for (const field of root.querySelectorAll('input[name="back"]')) {
      if (!field.value) field.value = location.pathname + location.search + location.hash;
    }
  }
  for (const button of root.querySelectorAll("button[data-take]")) liveTake(button);
}

function liveTake(button) {
  const form = button.closest("form");
  const passage = form.querySelector("[data-passage]");
  button.hidden = false;
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const chosen = getSelection();
    if (!chosen.rangeCount || !passage.contains(chosen.anchorNode) || !chosen.toString().trim()) return;
    const before = document.createRange();
    before.setStart(passage, 0);
    before.setEnd(chosen.getRangeAt(0).startContainer, chosen.getRangeAt(0).startOffset);
    form.elements.near.value = Number(passage.dataset.start) + [...before.toString()].length;
    form.elements[button.dataset.take].value = chosen.toString().trim();
  });
}

export function liveQueue(list) {
  const items = [...list.children];
  const at = () => items.findIndex((one) => one.contains(document.activeElement));
  const go = (place) => {
    const item = items[Math.max(0, Math.min(items.length - 1, place))];
    item?.focus();
    item?.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", (event) => {
    if (event.target.closest("input,select,textarea,[contenteditable]") || event.metaKey || event.ctrlKey || event.altKey) return;
    if (event.key === "j") go(at() + 1);
    else if (event.key === "k") go(at() - 1);
    else if (event.key === "u") document.querySelector('.done button[data-key="u"]')?.click();
    else if (/^[yxne]$/.test(event.key)) items[Math.max(0, at())]?.querySelector(`[data-key="${event.key}"]`)?.click();
    else return;
    event.preventDefault();
  });
}
