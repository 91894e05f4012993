/* A formset typed like a spreadsheet: Enter goes to the next row and adds one at the end, arrows move
   up and down a column. Without it there are the empty rows the server sent. */
customElements.define("plaza-rows", class extends HTMLElement {
  connectedCallback() {
    this.body = this.querySelector("tbody");
    this.template = this.querySelector("template");
    const button = this.querySelector("[data-add]");
    if (button) {
      button.hidden = false;
      button.addEventListener("click", () => this.add().querySelector("input:not([type=hidden]), select, textarea")?.focus());
    }
    this.addEventListener("keydown", (event) => this.key(event));
    this.addEventListener("paste", (event) => this.paste(event));
  }

  get total() {
    return this.closest("form")?.elements[`${this.getAttribute("prefix")}-TOTAL_FORMS`];
  }

  get lines() {
    return [...this.body.rows].filter((row) => row.querySelector("input:not([type=hidden]), select, textarea"));
  }

  add() {
    const number = Number(this.total.value);
    const box = document.createElement("template");
    box.innerHTML = this.template.innerHTML.replaceAll("__prefix__", number);
    const row = box.content.querySelector("tr");
    const place = row.querySelector(".rows__number");
    if (place) place.prepend(String(number + 1));
    this.body.append(row);
    this.total.value = String(number + 1);
    return row;
  }

  key(event) {
    const field = event.target.closest("input, select, textarea");
    if (!field || event.defaultPrevented || event.isComposing) return;
    const long = field.tagName === "TEXTAREA";
    const down = (event.key === "Enter" && !event.shiftKey && !long) || (event.key === "ArrowDown" && this.free(field));
    const up = (event.key === "Enter" && event.shiftKey && !long) || (event.key === "ArrowUp" && this.free(field));
    if (!down && !up) return;
    event.preventDefault();
    this.step(field, down ? 1 : -1, event.key === "Enter");
  }

  free(field) {
    return field.tagName === "INPUT" && !["number", "date", "time", "radio"].includes(field.type);
  }

  step(field, by, grows) {
    const lines = this.lines;
    const line = field.closest("tr");
    const column = field.closest("td").cellIndex;
    const index = lines.indexOf(line) + by;
    if (index < 0) return;
    const next = lines[index] ?? (grows ? this.add() : null);
    next?.cells[column]?.querySelector("input:not([type=hidden]), select, textarea")?.focus();
  }

  paste(event) {
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const field = event.target.closest("input");
    if (!field || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    const column = field.closest("td").cellIndex;
    let index = this.lines.indexOf(field.closest("tr"));
    for (const line of text.trimEnd().split(/\r?\n/)) {
      const row = this.lines[index++] ?? this.add();
      line.split("\t").forEach((value, offset) => this.put(row.cells[column + offset], value.trim()));
    }
  }

  put(cell, value) {
    const field = cell?.querySelector("input:not([type=hidden]):not([type=checkbox]), select, textarea");
    if (!field) return;
    const option = field.options && [...field.options].find((each) => each.text.trim().toLowerCase() === value.toLowerCase());
    field.value = option ? option.value : value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
});
