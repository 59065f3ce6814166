import { bareMessage } from '../../bare-message.ts';
import type { Act, HeardMatter, HeardMessage, KnownMatter, Understand } from '../../understanding.ts';

/** As a test wants it understood: what is broken is a ticket, what may be is asked about, of what sounds like it nothing is made. */
export const plainUnderstand: Understand = (message, { matters, recent }) => {
  const late = lateReport(message, recent);
  const acts = late ?? actsOf({ ...bareMessage(message), ...message }, matters);
  const believed = acts.length > 0 ? 0.9 : /好像|听说/.test(message.text) ? 0.2 : 0.02;
  return { acts, explanation: { by: 'test', believed, reasons: [{ what: 'said so', weight: 1 }] } };
};

/** "就是刚才说的" makes a matter of the line before. */
function lateReport({ text }: HeardMessage, recent: readonly HeardMessage[]): Act[] | null {
  const before = recent.at(-1);
  if (!before || !text.includes('就是刚才说的')) return null;
  const matter = matterOf(before.text);
  const settles = text.includes('修好');
  return [{ kind: 'late_report', matter, messageId: before.id, part: settles ? 'answer' : 'me_too', settles }];
}

function actsOf({ text, fromStaff }: HeardMessage, matters: readonly KnownMatter[]): Act[] {
  const known = matters.find(
    ({ settledAt, place }) => settledAt === null && text.includes(`${place.building ?? ''}栋`),
  );
  if (known && fromStaff) return [{ kind: 'answer', matterId: known.id, settles: text.includes('修好') }];
  if (known && /修好了|来了/.test(text)) return [addition(known, 'settled')];
  if (known && text.includes('困人')) return [{ ...addition(known, 'addition'), changes: { urgency: 'emergency' } }];
  if (known && /还没/.test(text)) return [addition(known, 'chase')];
  if (known && /也/.test(text)) return [addition(known, 'me_too')];
  if (fromStaff) return [];
  const reports = text.split('，还有').filter((part) => /坏了|困在/.test(part));
  if (reports.length > 0) return reports.map((part) => ({ kind: 'report', matter: matterOf(part) }));
  return text.includes('是不是') ? [{ kind: 'doubt', matter: matterOf(text) }] : [];
}

const addition = (known: KnownMatter, part: 'addition' | 'chase' | 'me_too' | 'settled') => ({
  kind: 'addition' as const,
  matterId: known.id,
  part,
  changes: {},
});

const matterOf = (text: string): HeardMatter => ({
  kind: 'repair',
  area: 'facilities',
  urgency: text.includes('困在') ? 'emergency' : 'normal',
  place: { building: /(\d)栋/.exec(text)?.[1] ?? null, unit: null, room: null, spot: null },
  summary: text.replaceAll(/1\d{10}/g, '***'),
  sensitive: false,
  confidence: 0.9,
});
