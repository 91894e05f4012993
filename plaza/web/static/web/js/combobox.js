/* Suggestions under a plain field: arrows, Enter, Escape; without it the browser's own list works.
   `source` answers ?q= with <li data-value> elements; else the options of the datalist are searched. */
customElements.define("plaza-combobox", class extends HTMLElement {
  connectedCallback() {
    this.input = this.querySelector("input");
    if (!this.input || this.list) return;
    this.options = [...this.querySelectorAll("datalist option")].map((option) => option.value);
    this.input.removeAttribute("list");
    this.list = document.createElement("ul");
    this.list.className = "combobox__list";
    this.list.id = `${this.input.id || this.input.name}-list`;
    this.list.setAttribute("role", "listbox");
    this.list.setAttribute("aria-label", this.input.labels?.[0]?.textContent.trim() || "");
    this.list.hidden = true;
    this.append(this.list);
    for (const [name, value] of Object.entries({
      role: "combobox", autocomplete: "off", "aria-autocomplete": "list",
      "aria-expanded": "false", "aria-controls": this.list.id,
    })) this.input.setAttribute(name, value);
    this.input.addEventListener("input", () => this.ask());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => setTimeout(() => this.close(), 150));
    this.list.addEventListener("mousedown", (event) => {
      const item = event.target.closest("[role=option]");
      if (item) { event.preventDefault(); this.take(item); }
    });
  }

  async ask() {
    clearTimeout(this.later);
    const words = this.input.value.trim();
    if (!words) return this.close();
    if (!this.hasAttribute("source")) return this.offer(this.near(words));
    this.later = setTimeout(async () => {
      const address = new URL(this.getAttribute("source"), location.href);
      address.searchParams.set("q", words);
      const answer = await fetch(address, { headers: { "HX-Request": "true" } }).catch(() => null);
      if (!answer?.ok || this.input.value.trim() !== words) return;
      const box = document.createElement("template");
      box.innerHTML = await answer.text();
      this.offer([...box.content.querySelectorAll("li")]);
    }, 150);
  }

  near(words) {
    const wanted = words.toLocaleLowerCase();
    const found = this.options.filter((value) => value.toLocaleLowerCase().includes(wanted)).slice(0, 8);
    return found.map((value) => {
      const item = document.createElement("li");
      item.dataset.value = item.textContent = value;
      return item;
    });
  }

  offer(items) {
    items.forEach((item, index) => {
      item.id = `${this.list.id}-${index}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
    });
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.input.setAttribute("aria-expanded", String(!!items.length));
    this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const items = [...this.list.children];
    if (this.list.hidden || !items.length) return;
    const now = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      event.stopPropagation();
      const next = items[(now + step + items.length) % items.length];
      items.forEach((item) => item.setAttribute("aria-selected", String(item === next)));
      this.input.setAttribute("aria-activedescendant", next.id);
      next.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && now >= 0) {
      event.preventDefault();
      event.stopPropagation();
      this.take(items[now]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    }
  }

  take(item) {
    this.input.value = item.dataset.value ?? item.textContent.trim();
    const key = this.querySelector("input[type=hidden]");
    if (key) key.value = item.dataset.key ?? "";
    this.close();
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  close() { this.offer([]); }
});
