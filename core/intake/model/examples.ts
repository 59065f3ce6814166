import { readFileSync } from 'node:fs';

/** A made-up sentence with what it is: a kind and an area, or `none` and `-` for what is not for the office. */
export interface Example {
  kind: string;
  area: string;
  text: string;
}

/** The lines of `examples.txt`, which says at its head how one is written. */
export function readExamples(): Example[] {
  return readFileSync(new URL('examples.txt', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [kind = '', area = '', ...words] = line.split(' ');
      return { kind, area, text: words.join(' ') };
    });
}
