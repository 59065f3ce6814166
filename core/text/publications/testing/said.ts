import type { Texts } from '../../texts.ts';

/** Everything that is said of what is published on a schedule. */
export function publicationsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const repeat = { every: 'quarter', on: { kind: 'date', nth: 15 }, at: '09:00' } as const;
  const view = { number: 1, title: 'x', repeat, due: '9:00', isOverdue: false, last: '8:00' };
  const late = { ...view, isOverdue: true, last: null };
  return [
    ...said('publicationList', texts.publicationList([view, late]), texts.publicationList([])),
    ...said('publication', texts.publication(view), texts.publication(late)),
    ...said('publicationAdded', texts.publicationAdded(view)),
    ...said('publicationRevoked', texts.publicationRevoked('x')),
    ...said('publicationUnknown', texts.publicationUnknown(7)),
    ...said('publicationHow', texts.publicationHow()),
    ...said('publicationSoon', texts.publicationSoon(1, 'x', '9:00')),
    ...said('publicationDue', texts.publicationDue(1, 'x')),
    ...said('publicationOverdue', texts.publicationOverdue(1, 'x', '9:00', '1')),
  ];
}
