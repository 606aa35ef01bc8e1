/** A colleague who may be named. */
interface Person {
  id: string;
  name: string;
  role: string;
}

const LONGEST_QUERY = 40;
const MOST = 6;

/**
 * Offers colleagues while a person types "@" in the text area beside it; arrows choose, Enter or Tab takes, Escape leaves.
 * Sends `mention-query` with what is typed after "@", and `mention-picked` with the id of the one taken. Everything is
 * put on the page as text.
 */
class MentionPicker extends HTMLElement {
  labels = { list: '', found: '{0}' };
  private offered: Person[] = [];
  private known: Person[] = [];
  private chosen = 0;
  private area?: any;
  private readonly list = document.createElement('ul');
  private readonly said = document.createElement('span');

  set people(people: Person[]) {
    this.known = people ?? [];
    this.offer();
  }

  connectedCallback() {
    this.list.className = 'mention-list';
    this.list.id ||= `mentions-${Math.random().toString(36).slice(2)}`;
    this.list.setAttribute('role', 'listbox');
    this.list.hidden = true;
    this.said.className = 'visually-hidden';
    this.said.setAttribute('role', 'status');
    this.replaceChildren(this.list, this.said);
    this.area = this.parentElement?.querySelector('vaadin-text-area');
    this.area?.addEventListener('input', this.typed);
    this.area?.addEventListener('keydown', this.pressed, true);
    this.area?.addEventListener('focusout', this.left);
  }

  disconnectedCallback() {
    this.area?.removeEventListener('input', this.typed);
    this.area?.removeEventListener('keydown', this.pressed, true);
    this.area?.removeEventListener('focusout', this.left);
  }

  private typed = () => {
    const query = this.query();
    if (query !== undefined) {
      this.dispatchEvent(new CustomEvent('mention-query', { detail: { typed: query } }));
    }
    this.offer();
  };

  private left = () => this.close();

  private pressed = (event: KeyboardEvent) => {
    if (this.list.hidden || event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      this.choose((this.chosen + (event.key === 'ArrowDown' ? 1 : -1) + this.offered.length) % this.offered.length);
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      this.take(this.offered[this.chosen]);
    } else if (event.key === 'Escape') {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
  };

  private input(): HTMLTextAreaElement {
    return this.area.inputElement;
  }

  /** What stands between the last "@" that begins a word and the caret. */
  private query(): string | undefined {
    const before = this.input().value.slice(0, this.input().selectionStart);
    const at = before.lastIndexOf('@');
    const query = before.slice(at + 1);
    return at < 0 || query.length > LONGEST_QUERY || query.includes('\n') || /[^\s(]$/.test(before.slice(0, at)) ? undefined : query;
  }

  private offer() {
    const query = this.area ? this.query() : undefined;
    if (query === undefined || document.activeElement !== this.input()) {
      this.close();
      return;
    }
    const words = query.toLocaleLowerCase().split(/\s+/).filter((word) => word);
    this.offered = this.known.filter((person) => this.fits(person, words)).slice(0, MOST);
    if (this.offered.length === 0 || this.offered.some((person) => `${person.name} ` === query)) {
      this.close();
      return;
    }
    this.list.replaceChildren(...this.offered.map((person, index) => this.item(person, index)));
    this.list.setAttribute('aria-label', this.labels.list);
    this.list.hidden = false;
    this.said.textContent = this.labels.found.replace('{0}', String(this.offered.length));
    this.input().setAttribute('aria-controls', this.list.id);
    this.choose(0);
    this.list.scrollIntoView({ block: 'nearest' });
  }

  private fits(person: Person, words: string[]) {
    const parts = person.name.toLocaleLowerCase().split(/\s+/);
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  }

  private item(person: Person, index: number) {
    const item = document.createElement('li');
    item.id = `${this.list.id}-${index}`;
    item.setAttribute('role', 'option');
    const name = document.createElement('span');
    name.textContent = person.name;
    const role = document.createElement('span');
    role.className = 'muted';
    role.textContent = person.role;
    item.append(name, role);
    // before the text area loses the focus
    item.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      this.take(person);
    });
    return item;
  }

  private choose(index: number) {
    this.chosen = index;
    [...this.list.children].forEach((item, at) => item.setAttribute('aria-selected', String(at === index)));
    this.input().setAttribute('aria-activedescendant', `${this.list.id}-${index}`);
  }

  private take(person: Person) {
    const input = this.input();
    const caret = input.selectionStart;
    const at = input.value.lastIndexOf('@', caret - 1);
    const before = `${input.value.slice(0, at)}@${person.name} `;
    this.area.value = before + input.value.slice(caret);
    input.setSelectionRange(before.length, before.length);
    this.close();
    this.area.dispatchEvent(new CustomEvent('change', { bubbles: true }));
    this.dispatchEvent(new CustomEvent('mention-picked', { detail: { id: person.id } }));
  }

  private close() {
    this.list.hidden = true;
    this.said.textContent = '';
    this.area?.inputElement?.removeAttribute('aria-activedescendant');
    this.area?.inputElement?.removeAttribute('aria-controls');
  }
}

customElements.define('mention-picker', MentionPicker);
