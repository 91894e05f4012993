/* Rows that are each a form of their own: Enter saves and goes down, Escape brings back what was saved, arrows
   move in a column, pasted lines go to the field for many. A new row with words in it is sent when it is left. What a dead line could not take waits in this browser and is sent when it is back.
   Without it each row has its button. Attributes: say-kept, say-gone, say-signed-out (sentences). */
customElements.define("plaza-sheet", class extends HTMLElement {
  connectedCallback() {
    this.waiting = new Set();
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("paste", (event) => this.paste(event));
    this.addEventListener("pointerdown", (event) => { this.touched = event.target; });
    this.addEventListener("focusout", (event) => this.leave(event));
    addEventListener("beforeunload", this.ask = (event) => { if (this.unsent) event.preventDefault(); });
    this.addEventListener("htmx:sendError", (event) => this.hold(event.detail.requestConfig?.elt, "kept"));
    this.addEventListener("htmx:beforeSwap", (event) => this.answered(event.detail));
    this.addEventListener("htmx:afterSettle", () => {
      this.mark();
      if (this.went) this.return();
      else this.enter(this.querySelector("tr.rows__new:focus-within [aria-invalid=true]:not(:focus)"));
    });
    addEventListener("online", this.back = () => this.again());
    queueMicrotask(() => this.restore());
  }

  disconnectedCallback() { removeEventListener("online", this.back); removeEventListener("beforeunload", this.ask); clearTimeout(this.later); }

  get fields() { return "td :is(input:not([type=hidden]), select, textarea)"; }
  get lines() { return [...this.querySelectorAll("tbody tr")].filter((row) => row.querySelector("form")); }

  key(event) {
    const field = event.target.closest(this.fields);
    if (!field || event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey) return;
    const row = field.closest("tr");
    const moves = field.tagName === "INPUT" && !["number", "date", "datetime-local"].includes(field.type);
    if (event.key === "Escape" && !row.classList.contains("rows__new") && "defaultValue" in field && field.value !== field.defaultValue) {
      event.preventDefault();
      field.value = field.defaultValue;
      field.dispatchEvent(new Event("change", { bubbles: true }));
    } else if (event.key === "Enter" && row.classList.contains("rows__new")) {
      if (field.tagName !== "INPUT") { event.preventDefault(); field.form.requestSubmit(); }
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (field.tagName === "SELECT" || field.value !== field.defaultValue) field.form.requestSubmit();
      this.step(row, field, event.shiftKey ? -1 : 1);
    } else if (event.key === "ArrowDown" && moves) this.step(row, field, 1);
    else if (event.key === "ArrowUp" && moves) this.step(row, field, -1);
  }

  step(row, field, by) {
    const next = this.lines[this.lines.indexOf(row) + by];
    this.enter(next?.cells[field.closest("td").cellIndex]?.querySelector(this.fields));
  }

  enter(field) { field?.focus(); field?.select?.(); }

  paste(event) {
    const text = event.clipboardData?.getData("text/plain").trim() ?? "";
    const many = this.querySelector("form[data-paste]");
    if (!many || !event.target.closest("tr.rows__new") || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    this.querySelector("details").open = true;
    many.elements.lines.value = [many.elements.lines.value, text].filter(Boolean).join("\n");
    many.requestSubmit();
  }

  mark() {
    for (const kept of this.querySelectorAll("tr:not(.rows__new) [id$='-kept']")) {
      const wrong = new Set([...kept.querySelectorAll("[data-wrong]")].map((line) => line.dataset.wrong));
      for (const field of kept.closest("tr").querySelectorAll(this.fields)) {
        if (wrong.has(field.id)) field.setAttribute("aria-invalid", "true");
        else field.removeAttribute("aria-invalid");
        if (kept.querySelector(".save:not(.save--offline)")) field.defaultValue = field.value;
      }
    }
  }

  typed(row) {
    const fields = row.querySelectorAll("td :is(input:not([type=hidden], [type=checkbox]), textarea)");
    return [...fields].some((field) => field.value !== field.defaultValue);
  }

  get unsent() {
    const row = this.querySelector("tr.rows__new");
    return row && !this.waiting.has(row.querySelector("form")) && this.typed(row);
  }

  leave(event) {
    const row = event.target.closest("tr.rows__new");
    if (!row) return;
    setTimeout(() => {
      const inside = row.contains(document.activeElement) || (document.activeElement === document.body && row.contains(this.touched));
      if (inside || !row.isConnected || !document.hasFocus() || !this.typed(row)) return;
      this.went = document.activeElement;
      row.querySelector("form").requestSubmit();
    });
  }

  return() {
    if (this.went === document.body) document.activeElement.blur();
    else if (this.went.isConnected) this.went.focus();
    this.went = null;
  }

  place(form) { return `plaza-row:${form.action}`; }

  answered(detail) {
    const { xhr, requestConfig } = detail;
    const elsewhere = xhr.responseURL && new URL(xhr.responseURL).pathname !== new URL(requestConfig.path, location.href).pathname;
    if (elsewhere) detail.shouldSwap = false;
    if (elsewhere || xhr.status === 403) this.hold(requestConfig.elt, "signed-out");
    else if (xhr.status === 404) this.hold(requestConfig.elt, "gone");
    else if (xhr.status >= 500) this.hold(requestConfig.elt, "kept");
    else this.free(requestConfig.elt);
  }

  hold(target, why) {
    const form = target?.closest?.("form");
    if (!form || !this.contains(form)) return;
    if (why === "gone") this.free(form);
    else this.waiting.add(form);
    const pairs = [...new FormData(form)].filter(([name]) => name !== "csrfmiddlewaretoken");
    try { if (why !== "gone") localStorage.setItem(this.place(form), JSON.stringify(pairs)); } catch { /* the row itself keeps them */ }
    const line = document.getElementById(`${form.id.replace(/-form$/, "")}-kept`) ?? form;
    const words = line.querySelector(".save") ?? line.appendChild(document.createElement("p"));
    Object.assign(words, { className: "save save--offline", textContent: this.getAttribute(`say-${why}`) });
    clearTimeout(this.later);
    this.later = setTimeout(() => this.again(), 15000);
  }

  free(target) {
    const form = target.closest("form");
    this.waiting.delete(form);
    try { localStorage.removeItem(this.place(form)); } catch { /* nothing was kept */ }
  }

  again() { for (const form of this.waiting) if (form.isConnected) form.requestSubmit(); }

  restore() {
    for (const form of this.querySelectorAll("form")) {
      const kept = globalThis.localStorage?.getItem(this.place(form));
      if (!kept) continue;
      for (const [name, value] of JSON.parse(kept)) {
        if (form.elements[name]) form.elements[name].value = value;
      }
      this.hold(form, "kept");
      this.later = setTimeout(() => this.again(), 500);
    }
  }
});
