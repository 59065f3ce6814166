// @ts-check
import { h, icon, iconButton } from './dom.js';
import { toast } from './toast.js';
import { words } from './words.js';

const MOST_FILES = 9;
const MOST_BYTES = 15 * 1024 * 1024;

/** Files chosen for the next message, with small pictures of the photos. */
export class StagedFiles {
  /** @type {{ file: File, url: string }[]} */
  #files = [];
  element = h('div', { class: 'staged', hidden: true });

  get files() {
    return this.#files.map(({ file }) => file);
  }

  /** @param {Iterable<File>} files */
  add(files) {
    for (const file of files) {
      if (file.size > MOST_BYTES || this.#files.length >= MOST_FILES) {
        toast(words.tooLarge);
        break;
      }
      this.#files.push({ file, url: file.type.startsWith('image/') ? URL.createObjectURL(file) : '' });
    }
    this.#paint();
  }

  clear() {
    for (const { url } of this.#files) if (url) URL.revokeObjectURL(url);
    this.#files = [];
    this.#paint();
  }

  /** @param {number} index */
  #remove(index) {
    const [gone] = this.#files.splice(index, 1);
    if (gone?.url) URL.revokeObjectURL(gone.url);
    this.#paint();
  }

  #paint() {
    this.element.hidden = this.#files.length === 0;
    this.element.replaceChildren(
      ...this.#files.map(({ file, url }, index) =>
        h(
          'div',
          { class: 'staged-file', title: file.name },
          url ? h('img', { src: url, alt: file.name }) : h('span', {}, icon('file'), file.name),
          iconButton('close', words.removeFile, () => this.#remove(index)),
        ),
      ),
    );
  }
}
