import { figuresOf } from '../../../intake/shadow/figures.ts';
import type { Texts } from '../../texts.ts';
import type { ShadowCard, ShadowReport } from '../texts.ts';

const place = { building: '3', unit: '2', room: null, spot: 'x' };
const matter = { kind: 'repair', area: 'facilities', urgency: 'high', place } as const;
const line = { who: 'Li', at: '10:00', text: 'x', recalled: false };
const card: ShadowCard = {
  group: 'G',
  deed: 'ticket',
  matters: [matter, { ...matter, urgency: 'normal' }],
  lines: [line, { ...line, who: '', text: '' }, { ...line, recalled: true }, { ...line, who: '', recalled: true }],
  more: 2,
  settled: true,
  verdict: { isMatter: true, by: 'Zhou' },
};
const bare: ShadowCard = { ...card, deed: 'nothing', lines: [line], more: 0, settled: false, verdict: null };
const report: ShadowReport = {
  group: 'G',
  since: '10:00',
  heard: 412,
  tickets: [
    { kind: 'repair', count: 4 },
    { kind: 'complaint', count: 2 },
  ],
  emergencies: 1,
  questions: 3,
  nothing: 5,
  open: 14,
};
const weighed = [
  { deed: 'ticket', isMatter: true },
  { deed: 'question', isMatter: null },
] as const;

/** Everything of this topic, said once. */
export function shadowSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const standing = { title: 'G', since: '10:00', reportAt: '11:00', heard: 3, open: 1 };
  const rows = [
    { words: 'x', code: null },
    { words: 'y', code: 'A7K2' },
  ];
  return [
    ...said('shadowOn', texts.shadowOn('G', '10:00')),
    ...said('shadowAlready', texts.shadowAlready('G', '10:00', '11:00')),
    ...said('shadowOff', texts.shadowOff('G', 0), texts.shadowOff('G', 3)),
    ...said('shadowNotOn', texts.shadowNotOn('G')),
    ...said(
      'shadowStanding',
      texts.shadowStanding([standing, { ...standing, since: null }, { ...standing, reportAt: null, open: 0 }]),
    ),
    ...said('shadowWhich', texts.shadowWhich(['G', 'H'])),
    ...said('shadowNoGroup', texts.shadowNoGroup('x', null), texts.shadowNoGroup('x', 'G')),
    ...said('shadowNothingOn', texts.shadowNothingOn()),
    ...said('shadowHow', texts.shadowHow()),
    ...said(
      'shadowReport',
      texts.shadowReport(report),
      texts.shadowReport({ ...report, open: 0 }),
      texts.shadowReport({ ...report, tickets: [], emergencies: 0, questions: 0, nothing: 0, open: 0 }),
    ),
    ...said('shadowCard', texts.shadowCard(card), texts.shadowCard(bare)),
    ...said('shadowCard', texts.shadowCard({ ...bare, deed: 'question', verdict: { isMatter: false, by: 'Zhou' } })),
    ...said('shadowYes', texts.shadowYes()),
    ...said('shadowNo', texts.shadowNo()),
    ...said('shadowMore', texts.shadowMore(4)),
    ...said('shadowMoreChoice', texts.shadowMoreChoice()),
    ...said('shadowJudged', texts.shadowJudged('x', true), texts.shadowJudged('x', false)),
    ...said('shadowGone', texts.shadowGone()),
    ...said('shadowFigures', texts.shadowFigures('G', figuresOf(weighed)), texts.shadowFigures('G', figuresOf([]))),
    ...said(
      'shadowFigures',
      texts.shadowFigures('G', figuresOf(Array.from({ length: 20 }, () => ({ deed: 'ticket', isMatter: true })))),
    ),
    ...said('shadowEmergency', texts.shadowEmergency('G', line, matter)),
    ...said('shadowTake', texts.shadowTake()),
    ...said('shadowOffer', texts.shadowOffer('G', rows)),
    ...said('shadowOfferChoice', texts.shadowOfferChoice(1, 'x')),
    ...said('shadowTaken', texts.shadowTaken(['A7K2', 'B8M3'])),
    ...said('shadowTakenBefore', texts.shadowTakenBefore(['A7K2'])),
  ];
}
