/** Letters that cannot be mistaken for a digit when read aloud or in small print. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
const digits = '23456789';

/** A whole code, in capitals and half width: letter, digit, letter, digit, and once more for the long form. */
const codePattern = /(?:[A-HJKMNP-Z][2-9]){2,3}/;
const standing = new RegExp(`(?<![A-Z0-9])${codePattern.source}(?![A-Z0-9])`);

/**
 * A new ticket code such as `A7K2`. There are 33,856 of four characters and 6.2 million of six, so a community that has
 * used up the short ones goes on with the long. Whether it is free is for the caller to see.
 * @param random uniform in [0, 1)
 */
export function newCode(random: () => number, length: 4 | 6): string {
  let code = '';
  while (code.length < length) code += pick(letters, random) + pick(digits, random);
  return code;
}

function pick(from: string, random: () => number): string {
  return from.charAt(Math.floor(random() * from.length));
}

/**
 * The first code in a text, in capitals: `接单a7k2`, `＃Ａ７Ｋ２`. Part of a longer run of letters and digits is no code.
 * Something that merely looks like one (a parking space `B2P3`) is returned, too: only the register knows.
 */
export function readCode(text: string): string | null {
  return standing.exec(text.normalize('NFKC').toUpperCase())?.[0] ?? null;
}

/** All codes in a text, each once, in their order; see {@link readCode}. */
export function readCodes(text: string): string[] {
  const every = new RegExp(standing.source, 'g');
  return [...new Set(text.normalize('NFKC').toUpperCase().match(every) ?? [])];
}

/** What is easily taken for one another by eye. */
const alike = ['0ODQ', '1IL7', '2Z', '5S', '6G', '8B', 'UV', 'VY', 'MN', 'EF', 'PR', 'CG'];
const areAlike = (a: string, b: string): boolean => alike.some((group) => group.includes(a) && group.includes(b));

/**
 * The known code that was most likely meant by `said`: at most one character wrong, missing, too many, or two neighbours
 * swapped; up to two wrong if each looks like the right one (`AOK2`, `A1K2`). Null if none is near, or two equally.
 */
export function nearestCode(said: string, known: readonly string[]): string | null {
  const wanted = said
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '');
  let best: string | null = null;
  let bestCost = Infinity;
  let isTie = false;
  for (const code of new Set(known)) {
    const cost = costOf(wanted, code);
    if (cost < bestCost) [best, bestCost, isTie] = [code, cost, false];
    else if (cost === bestCost) isTie = true;
  }
  return bestCost <= 1 && !isTie ? best : null;
}

function costOf(said: string, code: string): number {
  if (said.length === code.length) {
    if (isSwapped(said, code)) return 1;
    let cost = 0;
    for (let at = 0; at < code.length; at += 1) {
      const [a, b] = [said.charAt(at), code.charAt(at)];
      if (a !== b) cost += areAlike(a, b) ? 0.5 : 1;
    }
    return cost;
  }
  const [short, long] = said.length < code.length ? [said, code] : [code, said];
  if (long.length - short.length !== 1) return Infinity;
  for (let at = 0; at < long.length; at += 1) if (long.slice(0, at) + long.slice(at + 1) === short) return 1;
  return Infinity;
}

function isSwapped(said: string, code: string): boolean {
  for (let at = 0; at + 1 < code.length; at += 1) {
    const swapped = code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2);
    if (said === swapped && said !== code) return true;
  }
  return false;
}
