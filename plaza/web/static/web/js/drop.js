/* Drop, paste or pick files; what was chosen is listed. Without it the file field does the same by picking. */
customElements.define("plaza-drop", class extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input[type=file]");
    this.list = this.querySelector("[data-list]");
    if (!this.field) return;
    this.hint = this.querySelector("[data-hint]");
    if (this.hint) this.hint.hidden = false;
    this.state = this.attachInternals?.().states;
    this.field.addEventListener("change", () => this.show());
    for (const name of ["dragover", "dragleave", "drop"]) this.addEventListener(name, (event) => this.drag(event));
    this.pasted = (event) => this.paste(event);
    addEventListener("paste", this.pasted);
  }

  disconnectedCallback() { removeEventListener("paste", this.pasted); }

  drag(event) {
    event.preventDefault();
    this.state?.[event.type === "dragover" ? "add" : "delete"]("over");
    if (event.type === "drop") this.take(event.dataTransfer.files);
  }

  paste(event) {
    if (event.clipboardData?.files.length) { event.preventDefault(); this.take(event.clipboardData.files); return; }
    const text = event.clipboardData?.getData("text/plain") ?? "";
    if (text.length < 200 || event.target.closest("input:not([type=file]), textarea")) return;
    event.preventDefault();
    this.take([new File([text], "pasted.txt", { type: "text/plain" })]);
  }

  take(files) {
    const all = new DataTransfer();
    if (this.field.multiple) for (const file of this.field.files) all.items.add(file);
    for (const file of files) if (this.field.multiple || !all.items.length) all.items.add(file);
    this.field.files = all.files;
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
  }

  show() {
    if (!this.list) return;
    this.list.replaceChildren(...[...this.field.files].map((file) => {
      const item = document.createElement("li");
      const size = document.createElement("span");
      size.textContent = new Intl.NumberFormat(document.documentElement.lang, {
        style: "unit", unit: file.size < 1e6 ? "kilobyte" : "megabyte", maximumFractionDigits: 1,
      }).format(file.size < 1e6 ? file.size / 1e3 : file.size / 1e6);
      item.append(file.name, size);
      return item;
    }));
  }
});
