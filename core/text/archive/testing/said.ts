import { TicketStatus } from '../../../../prisma/generated/enums.ts';
import type { Texts } from '../../texts.ts';
import type { FoundLine } from '../texts.ts';

const line: FoundLine = {
  code: 'A7K2',
  kind: 'repair',
  area: 'facilities',
  summary: 'lift',
  building: '3',
  status: 'closed',
  openedAt: '9:00',
};
const figures = { tickets: 412, limits: 900, inTime: 855, escalations: 3, nightCalls: 2, reopened: 1 };

/** Everything that is said about what is kept, and of the yearly review. */
export function archiveSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  return [
    ...said('findHow', texts.findHow()),
    ...said('found', ...Object.values(TicketStatus).map((status) => texts.found('x', [{ ...line, status }], 0))),
    ...said('found', texts.found('x', [line, { ...line, summary: '', building: null }], 7)),
    ...said('foundNone', texts.foundNone('x')),
    ...said('policyReview', texts.policyReview('G', 2026, figures)),
    ...said('policyReview', texts.policyReview('G', 2026, { ...figures, tickets: 0, limits: 0, inTime: 0 })),
    ...said('policyReview', texts.policyReview('G', 2026, null)),
  ];
}
