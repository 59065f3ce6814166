import { Purpose, Subject } from '../../../../prisma/generated/enums.ts';
import type { PersonalKind } from '../../redact-finder.ts';
import type { Texts } from '../../texts.ts';
import type { HeldLine } from '../texts.ts';

const kinds: readonly PersonalKind[] = ['phone', 'id_card', 'bank_card', 'plate', 'room', 'email', 'wechat', 'name'];
const reasons = [
  'quiet_hours budget hears_less superseded expired stopped released',
  'unreachable not_a_member refused platform_down said_elsewhere other',
].flatMap((row) => row.split(' '));
const line: HeldLine = { group: 'G', what: 'x', deed: 'waits', reason: 'budget', until: '12:00', times: 2 };

/** Everything that is said of what is held back, and of private ways. */
export function restraintSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const deeds = ['postponed', 'merged', 'dropped', 'told_directly'] as const;
  const today = deeds.map((deed): HeldLine => ({ ...line, deed, until: null, times: 1, group: '' }));
  const ways = [
    { channel: 'telegram', link: 'https://t.me/x', name: 'x' },
    { channel: 'wechat', link: null, name: 'x' },
    { channel: 'wechat', link: null, name: null },
    { channel: 'web', link: null, name: null },
  ];
  return [
    ...said('digest', texts.digest(['x', 'y'], true), texts.digest(['x', 'y'], false)),
    ...said('digestReceipt', texts.digestReceipt(1)),
    ...said('heldReason', ...reasons.map((reason) => texts.heldReason(reason))),
    ...said('heldWhat', ...Object.values(Purpose).map((purpose) => texts.heldWhat(null, purpose))),
    ...said('heldWhat', ...Object.values(Subject).map((subject) => texts.heldWhat(subject, 'notice'))),
    ...said('heldNumbered', texts.heldNumbered('notice', 3)),
    ...said('heldBack', texts.heldBack({ waiting: [line], today, hearLess: [{ group: 'G', persons: 2 }], more: 3 })),
    ...said('heldNothing', texts.heldNothing()),
    ...said('heldSent', texts.heldSent(1), texts.heldSent(2)),
    ...said('heldUnknown', texts.heldUnknown('x')),
    ...said('hearsLess', texts.hearsLess(true, ''), texts.hearsLess(false, 'x')),
    ...said('hearsLessAlready', texts.hearsLessAlready()),
    ...said('hearsMore', texts.hearsMore()),
    ...said('hearsMoreAlready', texts.hearsMoreAlready()),
    ...said('wayToBot', ...ways.map((way) => texts.wayToBot(way))),
    ...said('privateAnswerSent', texts.privateAnswerSent('A7K2')),
    ...said('hiddenInGroup', texts.hiddenInGroup('A7K2', [...kinds], true)),
    ...said('hiddenInGroup', texts.hiddenInGroup('A7K2', ['phone'], false)),
    ...said('personalKind', ...kinds.map((kind) => texts.personalKind(kind))),
  ];
}
