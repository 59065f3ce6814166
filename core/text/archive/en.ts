import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/en.ts';
import type { ArchiveTexts } from './texts.ts';

const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)}%`);
const count = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

export const archive = {
  findHow: () => 'Write the words to look for after “find”, with spaces between: find lift building 3 2026-10',
  found: (sought, all, more) =>
    lines(
      `“${quoted(sought, 40)}”:`,
      ...all.map(({ code, kind, area, summary, building, status, openedAt }) =>
        dots(
          `${code} ${quoted(summary, 40) || `${words.kind(kind)}, ${words.area(area)}`}`,
          building && `building ${building}`,
          openedAt,
          words.status(status),
        ),
      ),
      more > 0 && `There are ${more} more. One more word narrows it down.`,
    ),
  foundNone: (sought) => `Nothing has all of “${quoted(sought, 40)}”. Try with a word less.`,
  policyReview: (community, year, figures) =>
    lines(
      `${community}: a new year has begun, and the policy is due for its review.`,
      figures && figures.tickets === 0 && `No tickets were opened in ${year}.`,
      figures &&
        figures.tickets > 0 &&
        `${year} by the policy in force: ${count(figures.tickets, 'ticket')}, ${count(figures.limits, 'limit')}, ${percent(figures.inTime, figures.limits)} in time, ` +
          `${figures.limits - figures.inTime} late, ${count(figures.escalations, 'escalation')}, ${count(figures.nightCalls, 'night call')}, ${figures.reopened} reopened.`,
      `To try a change: linli policy simulate FILE --from ${year}-01-01 --to ${year}-12-31`,
      'To propose one: policy inquiry 12h from 1 Feb because we are more. What holds now: policy. Ask the residents before it is approved.',
    ),
} satisfies ArchiveTexts;
