import { NoticeLevel, NoticeState } from '../../../../prisma/generated/enums.ts';
import type { Texts } from '../../texts.ts';
import type { NoticeStatusView, TroubledLine } from '../texts.ts';

const name = { number: 3, head: 'water' };
const channel = { channel: 'wechat', sent: 10, waiting: 0, failed: 0, dropped: 0 };
const waiting: TroubledLine = {
  title: 'G',
  channel: 'telegram',
  state: 'planned' as const,
  reason: 'quiet_hours',
  until: '8:00',
};
const troubled: TroubledLine[] = [
  waiting,
  { ...waiting, reason: null, until: null },
  { ...waiting, title: '', reason: 'hears_less', state: 'dropped' },
  { ...waiting, reason: 'not_a_member', state: 'failed', until: null },
  { ...waiting, reason: 'what nobody knows', state: 'failed', channel: 'pigeon' },
  ...['budget', 'superseded', 'expired'].map((reason) => ({ ...waiting, reason })),
];
const status: NoticeStatusView = {
  ...name,
  level: 'emergency',
  state: 'live',
  sentAt: '9:00',
  troubled,
  more: 4,
  awaits: null,
  channels: [channel, { channel: 'web', sent: 0, waiting: 1, failed: 2, dropped: 3 }],
  receipts: { households: 120, confirmed: 23, withoutFlat: 4 },
};
const stairs = [
  { building: '3', unit: '2', floors: [{ floor: 5, rooms: ['501', '502'] }] },
  { building: 'B', unit: '', floors: [{ floor: null, rooms: ['x'] }] },
];

/** Everything that is said about who has heard of a notice, and what residents ask about it. */
export function receiptsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (key: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [key, text]);
  const quiet = { ...status, troubled: [], more: 0 };
  return [
    ...said('noticeStatus', texts.noticeStatus(status)),
    ...[true, false].flatMap((isReminded) =>
      said('noticeStatus', texts.noticeStatus({ ...quiet, awaits: { since: '9:00', isReminded } })),
    ),
    ...said('noticeStatus', ...Object.values(NoticeState).map((state) => texts.noticeStatus({ ...quiet, state }))),
    ...said('noticeStatus', ...Object.values(NoticeLevel).map((level) => texts.noticeStatus({ ...quiet, level }))),
    ...said('noticeStatus', texts.noticeStatus({ ...quiet, sentAt: null, channels: [], receipts: null })),
    ...said(
      'noticeStatus',
      texts.noticeStatus({ ...quiet, receipts: { households: 0, confirmed: 0, withoutFlat: 0 } }),
      texts.noticeStatus({ ...quiet, receipts: { households: 1, confirmed: 1, withoutFlat: 1 } }),
    ),
    ...said('noticeProgress', texts.noticeProgress({ ...quiet, channels: [channel] }), texts.noticeProgress(status)),
    ...said(
      'walkList',
      texts.walkList({ ...name, page: 1, pages: 2, stairs, left: 3, all: 9 }),
      texts.walkList({ ...name, page: 1, pages: 1, stairs, left: 3, all: 1 }),
    ),
    ...said('everybodyConfirmed', texts.everybodyConfirmed(name, 9), texts.everybodyConfirmed(name, 1)),
    ...said('walkListInOffice', texts.walkListInOffice()),
    ...said(
      'toldInPerson',
      texts.toldInPerson({ ...name, marked: ['a', 'b'], already: ['c'], unknown: ['d'] }),
      texts.toldInPerson({ ...name, marked: [], already: [], unknown: [] }),
    ),
    ...said('toldHow', texts.toldHow(3)),
    ...said('noticeNotLive', ...Object.values(NoticeState).map((state) => texts.noticeNotLive(name, state))),
    ...said('asksNoReceipt', texts.asksNoReceipt(name)),
    ...said('askedAboutNotice', texts.askedAboutNotice(name)),
    ...said('manyAsk', texts.manyAsk(name, 3, 'why', null), texts.manyAsk(name, 3, 'why', 'because')),
    ...said('answerPreview', texts.answerPreview(name, 'why', 'because', 1)),
    ...said('approveAnswer', texts.approveAnswer()),
    ...said('leaveAnswer', texts.leaveAnswer()),
    ...said('answerForAll', texts.answerForAll('water', 'why', 'because')),
    ...said('answerTold', ...[0, 1, 4].map((tickets) => texts.answerTold(name, 12, tickets))),
    ...said('answerLeft', texts.answerLeft(name)),
    ...said('answerNeeded', texts.answerNeeded()),
    ...said('answerSettled', texts.answerSettled(name)),
  ];
}
