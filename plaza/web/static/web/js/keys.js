/* J and K walk through the questions of a review, Enter answers the one in hand with its main button.
   Elements to walk through carry data-step; typing in a field is left alone. */
customElements.define("plaza-keys", class extends HTMLElement {
  connectedCallback() {
    this.press = (event) => this.key(event);
    addEventListener("keydown", this.press);
  }

  disconnectedCallback() { removeEventListener("keydown", this.press); }

  get steps() { return [...this.querySelectorAll("[data-step]")]; }

  get now() { return this.steps.findIndex((step) => step.contains(document.activeElement)); }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]")) return;
    if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      this.go(this.now + (event.key === "j" ? 1 : -1));
    } else if (event.key === "Enter" && !event.target.closest("a, button, summary")) {
      const button = this.steps[this.now]?.querySelector("[data-main]") ?? this.querySelector("[data-accept]");
      if (button) { event.preventDefault(); button.click(); }
    }
  }

  go(index) {
    const steps = this.steps;
    const step = steps[Math.max(0, Math.min(index, steps.length - 1))];
    if (!step) return;
    step.tabIndex = -1;
    step.focus();
    step.scrollIntoView({ block: "nearest" });
    steps.forEach((each) => each.toggleAttribute("data-now", each === step));
    const span = this.querySelector(`[data-span="${CSS.escape(step.dataset.step)}"]`);
    span?.scrollIntoView({ block: "center" });
    this.querySelectorAll("[data-span]").forEach((each) => each.classList.toggle("span--now", each === span));
  }
});
