const SEQUENCE_MS = 1000;
const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="textbox"]';

/**
 * Sends `shortcut` with the key for single keys and for `g` sequences ("g i"), never while a person types in a field, holds
 * a modifier or has a dialog open.
 */
class KeyboardShortcuts extends HTMLElement {
  keys: string[] = [];
  private first = '';
  private firstAt = 0;

  connectedCallback() {
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    document.removeEventListener('keydown', this.pressed);
  }

  private pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat && !'jk'.includes(event.key)
        || this.typing(event) || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
      return;
    }
    const sequence = this.first && event.timeStamp - this.firstAt < SEQUENCE_MS ? `${this.first} ${event.key}` : event.key;
    this.first = event.key;
    this.firstAt = event.timeStamp;
    if (this.keys.includes(sequence)) {
      event.preventDefault();
      this.first = '';
      this.dispatchEvent(new CustomEvent('shortcut', { detail: { key: sequence } }));
    }
  };

  private typing(event: KeyboardEvent) {
    return event.composedPath().some((each) => each instanceof Element && each.matches(TYPING));
  }
}

customElements.define('keyboard-shortcuts', KeyboardShortcuts);
