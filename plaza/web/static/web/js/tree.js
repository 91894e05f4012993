/* A tree moved by keys: Alt with an arrow presses the button of the row that carries the same data-key.
   What is swapped in keeps the field in which somebody types, since htmx finds it again by its id. */
customElements.define("plaza-tree", class extends HTMLElement {
  connectedCallback() { this.addEventListener("keydown", (event) => this.key(event)); }

  key(event) {
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const button = event.target.closest("[data-branch]")?.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!button) return;
    event.preventDefault();
    button.click();
  }
});
