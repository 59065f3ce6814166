import { describe, expect, it } from 'vitest';
import { bareMessage } from '../bare-message.ts';
import { UNCALIBRATED } from '../model/calibrate.ts';
import { NO_UNITS } from '../model/units.ts';
import type { Model } from '../model/model.ts';
import type { NamedChat } from '../model/read-training.ts';
import type { Act, HeardMatter, HeardMessage, Understand } from '../understanding.ts';
import { microsecondsPerMessage } from './cost.ts';
import { withoutConversation, withoutRuns, withoutUnits } from './leave-out.ts';
import { measureChat } from './measure-chat.ts';
import { missLines } from './miss-lines.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 22, 9, minute));
const said = (id: number, senderId: string, text: string): HeardMessage =>
  bareMessage({ id: String(id), at: at(id), senderId, text });

const matter = (urgency: HeardMatter['urgency'], confidence: number): HeardMatter => ({
  kind: 'repair',
  area: 'facilities',
  urgency,
  place: { building: null, unit: null, room: null, spot: null },
  summary: 'lift',
  sensitive: false,
  confidence,
});

/** Does what stands in the words. */
const understands: Understand = (message, { matters }) => {
  const acts: Act[] = [];
  const [newest] = matters;
  if (/ticket/.test(message.text)) acts.push({ kind: 'report', matter: matter('normal', 0.9) });
  if (/alarm/.test(message.text)) acts.push({ kind: 'report', matter: matter('emergency', 0.8) });
  if (/adds/.test(message.text) && newest)
    acts.push({ kind: 'addition', matterId: newest.id, part: 'me_too', changes: {} });
  if (/shows 1/.test(message.text))
    acts.push({ kind: 'late_report', matter: matter('normal', 0.7), messageId: '1', part: 'me_too', settles: false });
  return { acts, explanation: { by: 'test', believed: 0.4, reasons: [{ what: 'says lift', weight: 1.25 }] } };
};

const ticket = (messages: string[], reporters: string[]): NamedChat['labels']['tickets'][number] => ({
  ...matter('normal', 1),
  key: messages.join(),
  messages,
  reporters,
  answeredBy: null,
  solvedBy: null,
});

const chatOf = (messages: HeardMessage[], tickets: NamedChat['labels']['tickets']): NamedChat => ({
  name: 'garden',
  counts: 1,
  setting: { buildings: [], groupBuildings: [], locale: 'zh-CN' },
  messages,
  labels: { community: { name: '', buildings: [], staff: [], locale: 'zh-CN' }, tickets, either: [] },
});

const chat = chatOf(
  [
    said(1, 'li', 'quiet words'),
    said(2, 'wang', 'shows 1'),
    said(3, 'chen', 'ticket'),
    said(4, 'zhou', 'the lift adds'),
    said(5, 'wu', 'alarm'),
  ],
  [ticket(['3'], ['chen']), ticket(['4'], ['zhou'])],
);

describe('a chat that is measured', () => {
  const measured = measureChat(chat, understands);

  it('is replayed, and what came of it is compared with its labels', () => {
    expect(measured.tally).toMatchObject({ messages: 5, labelled: 2, predicted: 3, matched: 1, falseAlarms: 1 });
    expect([...measured.shownBy]).toEqual([['1', '2']]);
  });

  it('tells its misses, emergencies first, then what was missed, each with what linli says of its decision', () => {
    const lines = missLines([measured]);
    expect(lines.map((line) => line.split(' “')[0])).toEqual([
      'garden #5 not a ticket, or one too many (repair/facilities/emergency)',
      'garden #4 missed (repair/facilities/normal)',
      'garden #1, shown by #2 not a ticket, or one too many (repair/facilities/normal)',
      'garden #4 wrongly tied: #4, ticket of #3',
      'garden #3 reporters chen -> chen zhou',
    ]);
    expect(lines[1]).toContain('“the lift adds”: tied as me too to #3 “lift”; believed 0.4; +1.25 ');
    expect(lines[1]).toContain('(lift)');
    expect(lines[2]).toContain('#1 a ticket after all');
  });

  it('costs time', () => {
    expect(microsecondsPerMessage([chat], understands)).toBeGreaterThan(0);
  });
});

describe('what can be left out', () => {
  it('is every run of characters, under any prefix; signs and classes of words stay', () => {
    const weights = { base: 1, 'says lift': 2, '“漏水': 3, 'r:“漏': 4, '{leaks}': 5 };
    const calibration = UNCALIBRATED;
    const model: Model = {
      calibration,
      choice: { link: weights },
      units: NO_UNITS,
      kind: { repair: weights },
      area: {},
      urgency: { emergency: weights, high: {} },
    };
    const left = { base: 1, 'says lift': 2, '{leaks}': 5 };
    expect(withoutRuns(model)).toEqual({
      calibration,
      choice: { link: left },
      units: NO_UNITS,
      kind: { repair: left },
      area: {},
      urgency: { emergency: left, high: {} },
    });
  });

  it('is what features mean together', () => {
    const units = { counts: [1], names: { matter: { '': 'base' } }, cells: Int8Array.from([1]) };
    const model: Model = {
      calibration: UNCALIBRATED,
      choice: { matter: { base: 1 } },
      units,
      kind: {},
      area: {},
      urgency: { emergency: {}, high: {} },
    };
    expect(withoutUnits(model)).toEqual({ ...model, units: NO_UNITS });
  });

  it('is the conversation: nothing was said before, and nothing is known', () => {
    const { tally, misses } = measureChat(chat, withoutConversation(understands));
    expect(tally).toMatchObject({ predicted: 3, matched: 1 });
    expect(misses.map(({ what }) => what)).toContain('missed');
    expect(misses.map(({ what }) => what)).not.toContain('wrongly tied');
  });
});
