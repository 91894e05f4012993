/* A form that was sent after its person had been signed out gets its words back when she is in again.
   They wait in this tab only. Without it the browser's Back button leads to them.
   Attribute: say-back (a sentence). */
customElements.define("plaza-typed", class extends HTMLElement {
  connectedCallback() {
    this.place = `plaza-typed:${location.pathname}`;
    this.addEventListener("submit", (event) => this.keep(event.target));
    queueMicrotask(() => this.restore());
  }

  get forms() { return [...this.querySelectorAll("form[method=post]")].filter((form) => !form.closest("plaza-save, plaza-sheet")); }

  keep(form) {
    const at = this.forms.indexOf(form);
    const pairs = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken");
    try { if (at >= 0) sessionStorage.setItem(this.place, JSON.stringify({ at, pairs })); } catch { /* Back keeps them */ }
  }

  restore() {
    let kept = null;
    try {
      kept = sessionStorage.getItem("plaza-signed-out") === this.place && JSON.parse(sessionStorage.getItem(this.place));
      for (const name of ["plaza-signed-out", this.place]) sessionStorage.removeItem(name);
    } catch { return; }
    const form = kept && this.forms[kept.at];
    if (!form) return;
    for (const field of form.querySelectorAll("input:not([type=hidden], [type=file]), select, textarea")) {
      const values = kept.pairs.filter(([name]) => name === field.name).map(([, value]) => value);
      if (["checkbox", "radio"].includes(field.type)) field.checked = values.includes(field.value);
      else if (values.length) field.value = values[0];
    }
    const words = document.createElement("p");
    Object.assign(words, { className: "notice", textContent: this.getAttribute("say-back") });
    words.setAttribute("role", "status");
    form.prepend(words);
    form.scrollIntoView({ block: "nearest" });
  }
});
if (location.pathname.includes("/sign-in/")) {
  try {
    const wanted = new URLSearchParams(location.search).get("next");
    if (wanted) sessionStorage.setItem("plaza-signed-out", `plaza-typed:${new URL(wanted, location.origin).pathname}`);
  } catch { /* nothing was kept */ }
}
