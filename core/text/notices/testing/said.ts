import { NoticeLevel, NoticeState } from '../../../../prisma/generated/enums.ts';
import { repeatSchema } from '../../../notices/repeat.ts';
import { audienceSchema } from '../../../outbox/broadcast/audience.ts';
import type { Texts } from '../../texts.ts';
import type { NoticeLine, NoticeMistake, NoticePreview } from '../texts.ts';

const audience = audienceSchema.parse({});
const repeat = repeatSchema.parse({ every: 'month', on: { kind: 'working', nth: -1 }, at: '09:00' });
const preview: NoticePreview = {
  number: 3,
  shown: 'No water',
  others: ['停水'],
  audience,
  groups: ['Garden', 'Tower'],
  households: 120,
  direct: 4,
  unreachable: 2,
  at: '10:02',
  quietFrom: '23:00',
  repeat,
  uncovered: ['7', '8'],
  numbered: '1 OK',
  secrets: ['13812345678'],
  leadMissing: { by: '5 days', wanted: '7 days' },
  needsSecond: true,
  lacksSecond: true,
  isLate: true,
};
const bare: NoticePreview = {
  ...preview,
  others: [],
  groups: [],
  direct: 0,
  unreachable: 0,
  at: null,
  quietFrom: null,
  repeat: null,
  uncovered: [],
  numbered: null,
  secrets: [],
  leadMissing: null,
  needsSecond: false,
  lacksSecond: false,
  isLate: false,
};
const line: NoticeLine = { number: 3, level: 'important', state: 'live', first: 'No water', at: '10:02', repeat };
const template = { name: 'water', level: 'routine' as const, asks: ['time'] };

const mistakes: NoticeMistake[] = [
  { kind: 'no_text' },
  { kind: 'until_early', at: '8:00' },
  ...(['audience', 'time', 'repeat', 'level', 'receipt'] as const).map((said) => ({ kind: 'fixed' as const, said })),
  { kind: 'repeat_late' },
  { kind: 'too_long', most: 2000 },
  { kind: 'field', said: 'x', nearest: 'y' },
  { kind: 'field', said: 'x', nearest: null },
  { kind: 'audience', said: 'x' },
  { kind: 'not_there', said: '33', nearest: '3' },
  { kind: 'not_there', said: '33', nearest: null },
  { kind: 'time', said: 'x' },
  { kind: 'time_passed', said: 'x' },
  { kind: 'repeat', said: 'x' },
  { kind: 'receipt', said: 'x' },
  { kind: 'level', said: 'x' },
  { kind: 'loose', said: 'x' },
];

const audiences = [
  {},
  { buildings: ['3', '5'], tags: ['x'], to: 'direct' as const },
  { buildings: ['3'], reportersOf: ['A7K2'], to: 'both' as const },
  { persons: ['a', 'b'], to: 'direct' as const },
  { to: 'staff' as const },
].map((one) => audienceSchema.parse(one));

const repeats = [
  { every: 'day', at: '09:00' },
  { every: 'day', only: 'working', at: '09:00' },
  { every: 'day', only: 'free', at: '09:00' },
  { every: 'week', weekdays: [1, 7], at: '09:00' },
  { every: 'month', on: { kind: 'date', nth: 15 }, at: '09:00' },
  { every: 'month', on: { kind: 'date', nth: -1 }, at: '09:00' },
  { every: 'month', on: { kind: 'working', nth: 1 }, at: '09:00' },
  { every: 'month', on: { kind: 'weekday', nth: 2, weekday: 6 }, at: '09:00' },
  { every: 'month', on: { kind: 'weekday', nth: -1, weekday: 6 }, at: '09:00' },
  { every: 'quarter', on: { kind: 'date', nth: 1 }, at: '09:00' },
  { every: 'quarter', on: { kind: 'working', nth: -1 }, at: '09:00' },
  { every: 'year', month: 1, on: { kind: 'date', nth: 1 }, at: '09:00' },
].map((one) => repeatSchema.parse(one));

/** Everything that is said about notices. */
export function noticesSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const levels = Object.values(NoticeLevel);
  const states = Object.values(NoticeState);
  return [
    ...said('noticeTitle', ...levels.flatMap((one) => [texts.noticeTitle(one, false), texts.noticeTitle(one, true)])),
    ...said('noticeHolds', texts.noticeHolds('9:00', null), texts.noticeHolds(null, '9:00')),
    ...said('noticeHolds', texts.noticeHolds('9:00', '10:00')),
    ...said('noticeAsksReceipt', texts.noticeAsksReceipt()),
    ...said('noticeGot', texts.noticeGot()),
    ...said(
      'noticeChanged',
      ...(['corrected', 'extended', 'ended', 'withdrawn'] as const).map((how) => texts.noticeChanged(how, '9:00')),
    ),
    ...said('noticeVoid', texts.noticeVoid('No water')),
    ...said('noticeEnded', texts.noticeEnded('No water', null, false), texts.noticeEnded('No water', 'back', true)),
    ...said('noticeExtended', texts.noticeExtended('No water', '9:00', true)),
    ...said('noticePreview', texts.noticePreview(preview), texts.noticePreview(bare)),
    ...said('noticePreview', texts.noticePreview({ ...preview, audience: audienceSchema.parse({ to: 'both' }) })),
    ...said('noticePreviewOld', texts.noticePreviewOld(3)),
    ...said('noticeConfirm', texts.noticeConfirm()),
    ...said('noticeChangeTime', texts.noticeChangeTime()),
    ...said('noticeDiscard', texts.noticeDiscard()),
    ...said('noticePreview', texts.noticePreview({ ...preview, uncovered: ['7'] })),
    ...said('noticeSecondWaits', texts.noticeSecondWaits(3, 'No water')),
    ...said('noticePast', texts.noticePast(3)),
    ...said('noticeUnsent', texts.noticeUnsent(3, 'No water')),
    ...said('noticeAskTime', texts.noticeAskTime(3)),
    ...said('noticeNow', texts.noticeNow()),
    ...said('noticeInAnHour', texts.noticeInAnHour()),
    ...said('noticeTomorrow', texts.noticeTomorrow()),
    ...said('noticeMistakes', ...mistakes.map((one) => texts.noticeMistakes([one])), texts.noticeMistakes(mistakes)),
    ...said('noticeScheduled', texts.noticeScheduled(3, '9:00', false), texts.noticeScheduled(3, '9:00', true)),
    ...said('noticeTakeBackChoice', texts.noticeTakeBackChoice()),
    ...said('noticeAskSecond', texts.noticeAskSecond(preview, 'Wang')),
    ...said('noticeHandedIn', texts.noticeHandedIn(3)),
    ...said('noticeAgree', texts.noticeAgree()),
    ...said('noticeRefuse', texts.noticeRefuse()),
    ...said('noticeRefused', texts.noticeRefused(3, 'Wang')),
    ...said('noticeOwn', texts.noticeOwn(3)),
    ...said('noticeStale', texts.noticeStale(3)),
    ...said('noticeLate', texts.noticeLate(3)),
    ...said('noticeForNobody', texts.noticeForNobody(3)),
    ...said('noticeGoesOut', texts.noticeGoesOut(3, 'No water')),
    ...said('noticeIsItOver', texts.noticeIsItOver(3, 'No water')),
    ...said('noticeEndChoice', texts.noticeEndChoice()),
    ...said('noticeLaterChoice', texts.noticeLaterChoice()),
    ...said('noticeAskLater', texts.noticeAskLater(3)),
    ...said('noticeDiscarded', texts.noticeDiscarded(3)),
    ...said('noticeTakenBack', texts.noticeTakenBack(3, false), texts.noticeTakenBack(3, true)),
    ...said('noticeSkipped', texts.noticeSkipped(3, 4, '9:00')),
    ...said('noticeWithdrawn', texts.noticeWithdrawn(3)),
    ...said('noticeCorrected', texts.noticeCorrected(3)),
    ...said('noticeIsExtended', texts.noticeIsExtended(3, '9:00')),
    ...said('noticeIsEnded', texts.noticeIsEnded(3)),
    ...said('noticeNotNow', ...states.map((state) => texts.noticeNotNow(3, state))),
    ...said('noticeUnknown', texts.noticeUnknown(3, 2), texts.noticeUnknown(3, null)),
    ...said('noticeNeedsWords', texts.noticeNeedsWords(3)),
    ...said('noticeNeedsTime', texts.noticeNeedsTime(3)),
    ...said('noticeList', texts.noticeList([]), texts.noticeList([line, { ...line, at: null, repeat: null }])),
    ...said('noticeShown', texts.noticeShown(line, 'No water', audience)),
    ...said('noticeHow', texts.noticeHow()),
    ...said('noticeRepeat', ...repeats.map((one) => texts.noticeRepeat(one))),
    ...said('noticeAudience', ...audiences.map((one) => texts.noticeAudience(one))),
    ...said('templates', texts.templates([], [template]), texts.templates([{ ...template, level: 'important' }], [])),
    ...said('templateShown', texts.templateShown('water', 'No water {time}')),
    ...said('templateAdded', texts.templateAdded('water', ['time'], false), texts.templateAdded('water', [], true)),
    ...said('templateRevoked', texts.templateRevoked('water')),
    ...said('templateUnknown', texts.templateUnknown('watr', 'water'), texts.templateUnknown('x', null)),
    ...said('templateAsks', texts.templateAsks('water', ['time', 'reason'], ['place=hall'])),
    ...said('templateHow', texts.templateHow()),
    ...said('tagged', texts.tagged('Garden', ['x']), texts.tagged('Garden', [])),
    ...said(
      'tagList',
      texts.tagList([
        { title: 'Garden', tags: ['x'] },
        { title: 'Tower', tags: [] },
      ]),
    ),
    ...said('tagNoGroup', texts.tagNoGroup('x', 'Garden'), texts.tagNoGroup('x', null)),
    ...said('tagHow', texts.tagHow()),
  ];
}
