import type { Choice } from '../channel/outgoing.ts';

/** A choice as it was shown in words: what the reader says to make it. */
export interface SaidChoice {
  say: string;
  id: string;
  label: string;
}

const BETWEEN = ' · ';

/**
 * Choices in words, for a channel without buttons: each row is one line, `1 接单 · 2 承诺 · 3 转交`, and numbers run through
 * all rows; `1) 30 分钟内` where a label begins with a figure. Where one of the labels is a numeral itself (a rating), numbers
 * beside them would mislead: then every choice is said by its label, and no line lists them, because the question itself says
 * "1–5". So it is where the text says itself how to answer (`onlyLabels`).
 */
export function numberedChoices(
  choices: readonly (readonly Choice[])[],
  onlyLabels = false,
): { lines: string; said: SaidChoice[] } {
  const byLabel = onlyLabels || choices.flat().some(({ label }) => isNumeral(label));
  // "2 1 小时内" would be read as twenty-one.
  const mark = choices.flat().some(({ label }) => /^[0-9]/.test(label)) ? ')' : '';
  const said: SaidChoice[] = [];
  const lines: string[] = [];
  for (const row of choices) {
    const words: string[] = [];
    for (const { id, label } of row) {
      const say = byLabel ? label : String(said.length + 1);
      said.push({ say, id, label });
      words.push(`${say}${mark} ${label}`);
    }
    if (words.length > 0) lines.push(words.join(BETWEEN));
  }
  return { lines: byLabel ? '' : lines.join('\n'), said };
}

const isNumeral = (label: string): boolean => /^[0-9０-９]+$/.test(label.trim());
