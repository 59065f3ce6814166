import { outageThings } from '../../../notices/outages/things.ts';
import type { Texts } from '../../texts.ts';

/** Everything that is said about what a notice has announced. */
export function outagesSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const view = { thing: 'water', from: '8:00', until: '12:00', isAhead: false } as const;
  return [
    ...said('outageThing', ...outageThings.map((thing) => texts.outageThing(thing))),
    ...said('outageKnown', ...outageThings.map((thing) => texts.outageKnown({ ...view, thing }))),
    ...said('outageKnown', texts.outageKnown({ ...view, from: null }), texts.outageKnown({ ...view, until: null })),
    ...said('outageKnown', texts.outageKnown({ ...view, from: null, until: null })),
    ...said('outageKnown', texts.outageKnown({ ...view, isAhead: true })),
    ...said('outageKnown', texts.outageKnown({ ...view, isAhead: true, until: null })),
    ...said('noticeReports', texts.noticeReports(1), texts.noticeReports(12)),
    ...said('againstNotice', texts.againstNotice({ number: 1, head: 'x' })),
  ];
}
