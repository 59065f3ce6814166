import type { SignUp } from '../../prisma/generated/client.ts';
import type { Step } from '../step.ts';
import type { ActivityAtHand } from './activity.ts';
import { nameKey } from './chain/line.ts';

/** Everybody who signed up. */
const everybody = /^(?:全部|全体|全體|所有人|都来了|都來了|all|everybody|everyone)$/i;

/** Whose lines are named, and which names are on no line. A name may be shortened where only one line has it. */
export function namedOnList(rows: readonly SignUp[], names: readonly string[]): { found: SignUp[]; unknown: string[] } {
  const found: SignUp[] = [];
  const unknown: string[] = [];
  for (const name of names) {
    const key = nameKey(name);
    const exact = rows.filter((row) => nameKey(row.name) === key);
    const partly = rows.filter((row) => nameKey(row.name).includes(key));
    const meant = exact.length > 0 ? exact : partly.length === 1 ? partly : [];
    if (meant.length === 0) unknown.push(name);
    found.push(...meant);
  }
  return { found, unknown };
}

/**
 * Puts on record who was there (P8h): those who are named, or everybody who signed up but them (`absent`). Who waited and came all the
 * same counts, too. Returns how many heads were there in all; nothing is changed where none of the names is on the list.
 */
export async function noteAttendance(
  step: Step,
  activity: ActivityAtHand,
  said: { names: readonly string[]; absent: boolean },
): Promise<{ heads: number; unknown: string[] }> {
  const rows = activity.signUps.filter(({ state }) => state !== 'cancelled');
  const going = rows.filter(({ state }) => state === 'going');
  const isAll = !said.absent && said.names.length === 1 && everybody.test(said.names[0] ?? '');
  const { found, unknown } = isAll ? { found: going, unknown: [] } : namedOnList(rows, said.names);
  const here = new Set((said.absent ? going.filter((row) => !found.includes(row)) : found).map(({ id }) => id));
  const isUseless = found.length === 0 && unknown.length > 0;
  const present = (row: SignUp): boolean => here.has(row.id) || (!said.absent && row.attendedAt !== null);
  if (!isUseless) {
    const ids = (wanted: boolean): string[] => rows.filter((row) => present(row) === wanted).map(({ id }) => id);
    await step.tx.signUp.updateMany({
      where: { id: { in: ids(true) }, attendedAt: null },
      data: { attendedAt: step.now },
    });
    await step.tx.signUp.updateMany({ where: { id: { in: ids(false) } }, data: { attendedAt: null } });
  }
  const counted = rows.filter((row) => (isUseless ? row.attendedAt !== null : present(row)));
  return { heads: headsIn(counted), unknown };
}

/** How many took part: who was there where that is on record, and otherwise who signed up. */
export function tookPart(activity: Pick<ActivityAtHand, 'signUps'>): number {
  const attended = activity.signUps.filter(({ attendedAt }) => attendedAt !== null);
  return headsIn(attended.length > 0 ? attended : activity.signUps.filter(({ state }) => state === 'going'));
}

const headsIn = (rows: readonly SignUp[]): number => rows.reduce((sum, { heads }) => sum + heads, 0);
