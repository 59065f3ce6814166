import { dots, lines, quoted } from '../layout.ts';
import { words } from '../words/en.ts';
import type { PassingTexts, RatedWork } from './texts.ts';

const rated = ({ name, mean, count, low }: RatedWork): string =>
  dots(`${name} ${mean}`, `${count} ${count === 1 ? 'rating' : 'ratings'}`, low > 0 && `${low} low`);

export const passing = {
  inChargeUntil: (offeredTo, acceptBy, inCharge) =>
    `offered to ${offeredTo}${acceptBy ? ` (to be taken by ${acceptBy})` : ''}; until then ${inCharge} is in charge`,
  offeredToYou: (ticket, by, acceptBy) =>
    lines(
      `${by} asks you to take over ${ticket.code}. Please take it by ${acceptBy}, or decline it with the reason.`,
      dots(words.kind(ticket.kind), words.place(ticket.place, 'full'), quoted(ticket.summary, 80)),
      `Until you take it, ${ticket.assignee ?? by} is in charge.`,
    ),
  offerEnded: (code, by) => `${code} need not be taken any more${by ? `: ${by} sees to it` : ''}.`,
  declinedByColleague: (code, by, reason) =>
    `${by} declined ${code}; it stays with you${reason ? `. The reason: ${reason}` : '.'}`,
  returnedUnaccepted: (code, from, inCharge) =>
    `${code} was passed to ${from} and not taken in time. It is back with ${inCharge}.`,
  passNeedless: (code, inCharge) => `${inCharge} is in charge of ${code} already; nothing was changed.`,
  passToAbsent: (code, to, backAt) =>
    `${to} is away, back ${backAt}. ${code} has not been passed on; say it again, or choose below, to do so all the same.`,
  passAnyway: (to) => `Pass to ${to} anyway`,
  notPassedToYou: (code) =>
    `${code} was not passed to you; nothing was changed. To give it to somebody else, write "pass ${code} name".`,
  noLongerYours: (code) => `${code} is no longer yours.`,
  workEnded: (name) =>
    `${name} is in charge of nothing any more; open tickets went to colleagues. If ${name} is still in the staff group, please remove them.`,
  helpForContractors: () =>
    lines(
      'Here are only the tickets that are yours, or that you are asked to take. Reply to a card to answer the resident.',
      'take · decline (decline A7K2 not mine) · promise (promise A7K2 tomorrow 15:00) · progress · ask · pass · done · show',
      'list: your open tickets · absent: when you are away',
    ),
  ratings: (days, lowUpTo, { staff, contractors }) =>
    lines(
      `Residents' ratings of the last ${days} days (up to ${lowUpTo} is low)`,
      'Our staff:',
      ...(staff.length > 0 ? staff.map(rated) : ['none yet']),
      'Contractors:',
      ...(contractors.length > 0 ? contractors.map(rated) : ['none yet']),
    ),
} satisfies PassingTexts;
