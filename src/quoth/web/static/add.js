// Adding without this file works: forms are sent, and the page of a job is drawn anew every three seconds. With it, files are dropped,
// what is too much is said before it is sent, and progress is told as it happens.
for (const form of document.querySelectorAll("form[data-drop]")) liveDrop(form);
for (const place of document.querySelectorAll("[data-job]")) liveJob(place);

function liveDrop(form) {
  const field = form.querySelector("input[type=file]");
  const zone = form.querySelector(".drop");
  const list = form.querySelector("[data-chosen]");
  const show = () => {
    const files = [...field.files];
    const size = files.reduce((sum, one) => sum + one.size, 0);
    const lines = files.slice(0, 12).map((one) => `${one.name} (${inWords(one.size)})`);
    if (files.length > lines.length) lines.push(`and ${files.length - lines.length} more`);
    let wrong = "";
    if (files.length > Number(form.dataset.most)) wrong = `These are ${files.length} files, but ${form.dataset.most} are taken at a time.`;
    else if (size > Number(form.dataset.largest)) wrong = `These are ${inWords(size)}, but ${inWords(Number(form.dataset.largest))} are taken at a time.`;
    if (wrong) lines.unshift(wrong);
    field.setCustomValidity(wrong);
    list.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
  };
  field.addEventListener("change", show);
  for (const kind of ["dragenter", "dragover"]) {
    zone.addEventListener(kind, (event) => {
      if (![...event.dataTransfer.types].includes("Files")) return;
      event.preventDefault();
      zone.classList.add("over");
    });
  }
  zone.addEventListener("dragleave", () => zone.classList.remove("over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("over");
    if (event.dataTransfer.files.length) field.files = event.dataTransfer.files;
    show();
  });
}

function inWords(size) {
  return size < 1e6 ? `${Math.max(size ? 1 : 0, Math.round(size / 1e3))} kB` : `${(size / 1e6).toFixed(1)} MB`;
}

function liveJob(place) {
  let told = null;
  const listen = () => {
    told?.close();
    told = new EventSource(place.dataset.job);
    told.addEventListener("message", (event) => show(JSON.parse(event.data)));
  };
  const show = (job) => {
    if (job.state !== "waiting" && job.state !== "working") {
      told.close();
      location.reload();
      return;
    }
    const state = place.querySelector("[data-state]");
    const words = job.state === "working" ? "At work. You can leave this page; it goes on." : job.ahead ? `${job.ahead} before this one.` : "It begins at once.";
    if (state.textContent !== words) state.textContent = words;
    for (const step of job.steps) {
      const row = place.querySelector(`[data-step="${step.stage}"]`);
      const bar = row.querySelector("progress");
      if (step.total === null) bar.removeAttribute("value");
      else {
        bar.max = step.total || 1;
        bar.value = step.total ? step.done : 1;
      }
      row.querySelector("[data-told]").textContent = step.told;
    }
  };
  // A browser keeps few connections to one host: a page that nobody looks at gives its own back.
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) told?.close();
    else listen();
  });
  if (!document.hidden) listen();
}
