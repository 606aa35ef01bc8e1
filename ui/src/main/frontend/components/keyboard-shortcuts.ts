const SEQUENCE_MS = 1000;
const TYPING = 'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="combobox"], [role="textbox"], '
    + 'vaadin-select, [role="listbox"], [role="menu"]';
const PRESSED_BY_ENTER = 'a[href], button, summary, [role="button"], [role="menuitem"], vaadin-button';
const connected = new Set<KeyboardShortcuts>();

/**
 * Sends `shortcut` with the key for single keys and for `g` sequences ("g i"), never while a person types in a field, chooses
 * from a list, holds a modifier or has a dialog open. A key of `focus` leads at once, without asking the server, to the first
 * visible element its selector finds, so that what is typed next arrives there.
 */
class KeyboardShortcuts extends HTMLElement {
  keys: string[] = [];
  focuses: Record<string, string> = {};
  private first = '';
  private firstAt = 0;

  connectedCallback() {
    connected.add(this);
    document.addEventListener('keydown', this.pressed);
  }

  disconnectedCallback() {
    connected.delete(this);
    document.removeEventListener('keydown', this.pressed);
  }

  private pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat && !'jk'.includes(event.key)
        || this.taken(event) || document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]')) {
      return;
    }
    const sequence = this.first && event.timeStamp - this.firstAt < SEQUENCE_MS ? `${this.first} ${event.key}` : event.key;
    // whichever element knows the sequence: its second key must not mean something else here
    this.first = sequence === event.key && [...connected].some((each) => each.startsWith(event.key)) ? event.key : '';
    this.firstAt = event.timeStamp;
    if (this.focuses[sequence]) {
      event.preventDefault();
      this.lead(this.focuses[sequence]);
    } else if (this.keys.includes(sequence)) {
      event.preventDefault();
      this.dispatchEvent(new CustomEvent('shortcut', { detail: { key: sequence } }));
    }
  };

  startsWith(key: string) {
    return this.keys.some((each) => each.startsWith(`${key} `));
  }

  private lead(selector: string) {
    const visible = [...document.querySelectorAll<HTMLElement>(selector)].find((each) => each.checkVisibility());
    visible?.focus();
  }

  private taken(event: KeyboardEvent) {
    const taking = event.key === 'Enter' ? `${TYPING}, ${PRESSED_BY_ENTER}` : TYPING;
    return event.composedPath().some((each) => each instanceof Element && each.matches(taking));
  }
}

customElements.define('keyboard-shortcuts', KeyboardShortcuts);
