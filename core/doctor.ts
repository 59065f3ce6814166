/** One thing that must be well for linli to run. */
export interface Check {
  /** What is looked at, in two or three words. */
  name: string;
  look(): Promise<Finding>;
}

export type Finding =
  | { kind: 'well'; says: string }
  /** Not asked for by the configuration. */
  | { kind: 'unused'; says: string }
  | { kind: 'ill'; says: string; mend: string };

/** How long one thing may take to answer. */
const PATIENCE_MS = 60_000;

/**
 * Looks at one thing after the other and hands each finding to `tell` as a line.
 * @returns whether everything is well
 */
export async function examine(checks: readonly Check[], tell: (line: string) => void): Promise<boolean> {
  let allWell = true;
  const width = Math.max(...checks.map(({ name }) => name.length));
  for (const check of checks) {
    const finding = await inTime(check.look());
    const mark = { well: 'ok  ', unused: '-   ', ill: 'BAD ' }[finding.kind];
    tell(`${mark}${check.name.padEnd(width)}  ${finding.says}`);
    if (finding.kind !== 'ill') continue;
    allWell = false;
    tell(`    ${' '.repeat(width)}  -> ${finding.mend}`);
  }
  return allWell;
}

async function inTime(looking: Promise<Finding>): Promise<Finding> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<Finding>((resolve) => {
    const late: Finding = {
      kind: 'ill',
      says: 'no answer',
      mend: 'Look whether it is overloaded, or the network blocked.',
    };
    timer = setTimeout(() => resolve(late), PATIENCE_MS);
  });
  try {
    return await Promise.race([looking, over]);
  } catch (error) {
    const says = error instanceof Error ? error.message : String(error);
    return { kind: 'ill', says, mend: 'This was not foreseen; the log may say more.' };
  } finally {
    clearTimeout(timer);
  }
}
