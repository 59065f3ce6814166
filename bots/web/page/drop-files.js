// @ts-check

/**
 * Lets files be dropped on an element.
 * @param {HTMLElement} element
 * @param {(files: Iterable<File>) => void} take
 */
export function acceptDrops(element, take) {
  element.addEventListener('dragover', (event) => {
    event.preventDefault();
    element.classList.add('dropping');
  });
  element.addEventListener('dragleave', () => element.classList.remove('dropping'));
  element.addEventListener('drop', (event) => {
    event.preventDefault();
    element.classList.remove('dropping');
    take(event.dataTransfer?.files ?? []);
  });
}
