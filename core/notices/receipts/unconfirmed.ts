import type { Notice } from '../../../prisma/generated/client.ts';
import type { Step } from '../../step.ts';
import type { Texts } from '../../text/texts.ts';
import { householdsOf } from './households.ts';
import { nameOf } from '../name.ts';
import { walkList, walkPages } from './walk-list.ts';

/** A message that a phone shows without much scrolling. */
const LINES_AT_MOST = 35;

/**
 * The flats that have not confirmed a notice, for somebody who walks to them: as many messages as it takes, in order. One that says
 * so when everybody has. For the office only: the caller sees to that (P9b).
 */
export async function unconfirmedPages(step: Step, notice: Notice, texts: Texts): Promise<string[]> {
  const households = await householdsOf(step.tx, notice);
  const open = households.filter(({ confirmed }) => !confirmed);
  const all = households.length;
  if (open.length === 0) return [texts.everybodyConfirmed(nameOf(notice), all)];
  const pages = walkPages(walkList(open), LINES_AT_MOST);
  return pages.map((stairs, index) =>
    texts.walkList({
      ...nameOf(notice),
      page: index + 1,
      pages: pages.length,
      stairs,
      left: open.length,
      all,
    }),
  );
}
