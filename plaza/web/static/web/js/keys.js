/* J and K walk through a review, Enter answers the question in hand with its main button. Where nothing is
   asked Enter goes on to the next question, and after the last one to the button that accepts, which wants an
   Enter of its own. Elements to walk through carry data-step; typing in a field is left alone. */
customElements.define("plaza-keys", class extends HTMLElement {
  connectedCallback() {
    this.press = (event) => this.key(event);
    addEventListener("keydown", this.press);
    const here = this.steps.findIndex((step) => step.id && `#${step.id}` === location.hash);
    if (here >= 0) this.go(here);
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
      event.preventDefault();
      const button = this.steps[this.now]?.querySelector("[data-main]");
      if (button) button.click();
      else this.onward();
    }
  }

  onward() {
    const next = this.steps.findIndex((step, index) => index > this.now && step.querySelector("[data-main]"));
    if (next >= 0) this.go(next);
    else this.querySelector("[data-accept]")?.focus();
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
