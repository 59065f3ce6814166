import type { Texts } from '../../texts.ts';

/** Everything that is said about why a ticket exists. */
export function reasonsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const names = [
    'says lift',
    'says fault',
    'a photo',
    'reporter, within 2 min',
    'danger: gas in the air',
    'kept apart: small talk',
  ];
  const fragments = ['b:“ab', 'r:“ab', 'o:says lift', 'reply:“ab', 's:“ab', 'a:“ab', '“ab'];
  const because = { what: 'says lift', weight: 0.8, words: ['x'] };
  const against = { what: 'a photo', weight: -0.4, words: [] };
  return [
    ...said('reason', ...[...names, ...fragments].map((what) => texts.reason(what))),
    ...said(
      'whyTicket',
      texts.whyTicket({ believed: 0.8, actFrom: 0.42, speaksFor: [because], speaksAgainst: [against] }),
    ),
    ...said('whyTicket', texts.whyTicket({ believed: null, actFrom: 0.42, speaksFor: [because], speaksAgainst: [] })),
  ];
}
