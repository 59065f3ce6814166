// @ts-check
import { h, iconButton } from './dom.js';
import { StagedFiles } from './staged-files.js';
import { words } from './words.js';

/** @typedef {import('../wire.ts').MessageView} MessageView */

/**
 * @typedef {object} ComposerParts
 * @property {HTMLElement} speaker the button that says as whom
 * @property {(personaId: string | null) => string} nameOf
 * @property {(words: { text: string, files: File[], replyTo: MessageView | null }) => void} send
 * @property {(message: MessageView, text: string) => void} saveEdit
 * @property {() => MessageView | undefined} lastOwn
 */

/** Where one writes. Enter sends, Shift+Enter begins a line, Esc gives up a reply or an edit, ↑ edits the last message. */
export class Composer {
  /** @type {MessageView | null} */
  #replyTo = null;
  /** @type {MessageView | null} */
  #editing = null;
  #parts;
  #staged = new StagedFiles();
  #bar = h('div', { class: 'reply-bar', hidden: true });
  #input = h('textarea', {
    rows: '1',
    maxlength: '4000',
    enterkeyhint: 'send',
    onkeydown: (/** @type {KeyboardEvent} */ event) => this.#key(event),
    oninput: () => this.#grow(),
    onpaste: (/** @type {ClipboardEvent} */ event) => {
      const files = event.clipboardData?.files;
      if (!files || files.length === 0) return;
      event.preventDefault();
      this.addFiles(files);
    },
  });
  #picker = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    onchange: () => {
      this.addFiles(this.#picker.files ?? []);
      this.#picker.value = '';
    },
  });
  #send = h('button', { type: 'submit', class: 'send', 'aria-label': words.send, title: words.send });

  /** @param {ComposerParts} parts */
  constructor(parts) {
    this.#parts = parts;
    this.#send.append(words.send);
    this.element = h(
      'form',
      {
        class: 'composer',
        onsubmit: (/** @type {Event} */ event) => {
          event.preventDefault();
          this.#submit();
        },
      },
      this.#bar,
      this.#staged.element,
      parts.speaker,
      h(
        'div',
        { class: 'input-row' },
        iconButton('attach', words.attach, () => this.pickFiles()),
        this.#picker,
        this.#input,
        this.#send,
      ),
    );
  }

  /** @param {string} placeholder */
  setPlaceholder(placeholder) {
    this.#input.placeholder = placeholder;
    this.#input.setAttribute('aria-label', placeholder);
  }

  focus() {
    this.#input.focus();
  }

  pickFiles() {
    this.#picker.click();
  }

  /** @param {Iterable<File>} files */
  addFiles(files) {
    this.#staged.add(files);
    this.focus();
  }

  /** @param {string} text */
  fill(text) {
    this.#input.value = text;
    this.#grow();
    this.focus();
  }

  /** Puts text where the cursor is. @param {string} text */
  insert(text) {
    this.focus();
    this.#input.setRangeText(text, this.#input.selectionStart, this.#input.selectionEnd, 'end');
    this.#grow();
  }

  /** @param {MessageView} message */
  replyTo(message) {
    this.#stopEditing();
    this.#replyTo = message;
    this.#showBar(words.replyingTo(this.#parts.nameOf(message.personaId)), message.text || words.photo);
    this.focus();
  }

  /** @param {MessageView} message */
  edit(message) {
    this.#replyTo = null;
    this.#editing = message;
    this.#showBar(words.editing, message.text);
    this.fill(message.text);
  }

  cancel() {
    this.#stopEditing();
    this.#replyTo = null;
    this.#bar.hidden = true;
  }

  #stopEditing() {
    if (this.#editing) this.fill('');
    this.#editing = null;
  }

  /** @param {string} title @param {string} text */
  #showBar(title, text) {
    this.#bar.hidden = false;
    this.#bar.replaceChildren(
      h('div', {}, h('b', {}, title), h('span', {}, text)),
      iconButton('close', words.cancel, () => this.cancel()),
    );
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // Enter ends the choice of a character in an input method; 229 is how some say so.
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape') {
      this.cancel();
    } else if (event.key === 'ArrowUp' && this.#input.value === '' && !this.#editing) {
      const own = this.#parts.lastOwn();
      if (!own) return;
      event.preventDefault();
      this.edit(own);
    }
  }

  #submit() {
    const text = this.#input.value.trim();
    const files = this.#staged.files;
    const editing = this.#editing;
    if (editing) {
      if (text !== '') this.#parts.saveEdit(editing, text);
    } else {
      if (text === '' && files.length === 0) return;
      this.#parts.send({ text, files, replyTo: this.#replyTo });
      this.#staged.clear();
      this.fill('');
    }
    this.cancel();
  }

  #grow() {
    this.#input.style.height = 'auto';
    // Two more for the border.
    this.#input.style.height = `${Math.min(this.#input.scrollHeight + 2, 140)}px`;
    this.element.classList.toggle('has-text', this.#input.value.trim() !== '');
  }
}
