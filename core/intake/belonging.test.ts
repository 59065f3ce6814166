import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { correctedBy, isDangerOfItsOwn, isStrangeTo } from './belonging.ts';
import { hear } from './features.ts';
import { knownMatter } from './testing/known-matter.ts';
import type { GroupContext, KnownMatter } from './understanding.ts';

const MINUTE = 60_000;
const setting = { buildings: ['1', '2', '3'], groupBuildings: [], locale: 'zh-CN' };
const lift = knownMatter();

function heard(text: string, { by = 'chen', minute = 2, replyToId = null as string | null, matters = [lift] } = {}) {
  const at = new Date(lift.openedAt.getTime() + minute * MINUTE);
  const opener = bareMessage({ id: '1', at: lift.openedAt, senderId: 'li', text: lift.summary });
  const message = bareMessage({ id: '9', at, senderId: by, text, replyToId });
  const context: GroupContext = { setting, recent: [opener], matters };
  return { hearing: hear(message, context), context };
}

describe('of which matter a place is mended', () => {
  const later: KnownMatter = knownMatter({ id: 'n', openedAt: new Date(lift.openedAt.getTime() + MINUTE) });
  const corrected = (text: string, how: Parameters<typeof heard>[1] = {}) => {
    const { hearing, context } = heard(text, { by: 'li', ...how });
    return correctedBy(hearing, context)?.id ?? null;
  };

  it('is the newest that its writer opened', () =>
    expect(corrected('打错了是2栋', { matters: [lift, later] })).toBe('n'));

  it('is the one whose thing is named with it', () => {
    const fight = { ...later, summary: '有人打架' };
    expect(corrected('打错了 电梯是2栋的', { matters: [lift, fight] })).toBe('m');
    expect(corrected('打错了 灯是2栋的', { matters: [lift, fight] })).toBe('n');
  });

  it('is still that after ten minutes', () => expect(corrected('打错了是2栋', { minute: 10 })).toBe('m'));

  it.each([
    ['later', '打错了是2栋', { minute: 11 }],
    ['by somebody else', '打错了是2栋', { by: 'chen' }],
    ['of what somebody else said', '打错了是2栋', { by: 'wang', replyToId: '1' }],
    ['without a place', '打错了', {}],
    ['without a word of mending', '2栋', {}],
    ['with something out of order', '打错了是2栋电梯坏了', {}],
    ['of what is over', '打错了是2栋', { matters: [knownMatter({ settledAt: lift.openedAt })] }],
  ])('is none %s', (_, text, how) => expect(corrected(text, how)).toBeNull());
});

describe('what is strange to a matter', () => {
  const strange = (text: string, how: Parameters<typeof heard>[1] = {}) => isStrangeTo(heard(text, how).hearing, lift);

  it.each([
    ['nothing in common', '昨晚麻将输惨了', {}],
    ['small talk of its reporter', '周末去爬山', { by: 'li' }],
  ])('has %s', (_, text, how) => expect(strange(text, how)).toBe(true));

  it.each([
    ['the same thing', '电梯门口都是人', {}],
    ['“me too”', '我家也是', {}],
    ['a reply', '昨晚麻将输惨了', { replyToId: '1' }],
    ['more of its reporter', '等了半小时', { by: 'li' }],
    ['a picture alone', '', {}],
  ])('is not %s', (_, text, how) => expect(strange(text, how)).toBe(false));
});

describe('danger that no word names', () => {
  it.each([
    ['of another thing, by somebody else', '柜子里滋滋响', 'chen', false],
    ['of another thing that is named', '垃圾桶里滋滋响', 'chen', true],
    ['of the very thing', '电梯里滋滋响', 'chen', false],
    ['by its reporter', '垃圾桶里滋滋响', 'li', false],
    ['named by words', '垃圾桶着火了', 'chen', false],
  ])('%s', (_, text, by, expected) => expect(isDangerOfItsOwn(heard(text, { by }).hearing, lift)).toBe(expected));
});
