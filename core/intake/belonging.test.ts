import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { askedByName, correctedBy, isDangerOfItsOwn, isStrangeTo, meantByMeToo, repeatedIn } from './belonging.ts';
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

describe('of which matter a plain "me too" is', () => {
  const light: KnownMatter = knownMatter({ id: 'n', summary: '楼道灯不亮', messages: ['8'] });
  const meant = (text: string, how: Parameters<typeof heard>[1] = {}) => {
    const { hearing, context } = heard(text, how);
    return meantByMeToo(hearing, context)?.id ?? null;
  };

  it.each([
    ['said alone right after it', '我家也是', {}],
    ['a sign for it', '+1', { minute: 10 }],
    ['with its thing, beside others', '电梯我也坐不了', { minute: 60, matters: [light, lift] }],
    ['with its thing, in its building', '3栋电梯我也坐不了', {}],
  ])('is the open one of somebody else: %s', (_, text, how) => expect(meant(text, how)).toBe('m'));

  it.each([
    ['later', '我家也是', { minute: 11 }],
    ['with more words', '我也在等快递到了没有呀大家', {}],
    ['with its thing, long after', '电梯我也坐不了', { minute: 61 }],
    ['of another building', '2栋电梯我也坐不了', {}],
    ['of two that are alike', '电梯我也坐不了', { matters: [lift, knownMatter({ id: 'o' })] }],
    ['of another place', '我公司电梯也一样', {}],
    ['by its reporter', '我也是', { by: 'li' }],
    ['of what is over', '我家也是', { matters: [knownMatter({ settledAt: lift.openedAt })] }],
    ['without a word of it', '坐不了电梯', {}],
  ])('is none %s', (_, text, how) => expect(meant(text, how)).toBeNull());
});

describe('after which matter its reporter asks by its name', () => {
  const light: KnownMatter = knownMatter({ id: 'n', summary: '楼道灯不亮', messages: ['8'] });
  const asked = (text: string, how: Parameters<typeof heard>[1] = {}) => {
    const { hearing, context } = heard(text, { by: 'li', matters: [light, lift], ...how });
    return askedByName(hearing, context)?.id ?? null;
  };

  it('is the one of which the thing is named', () => {
    expect(asked('电梯修好了吗')).toBe('m');
    expect(asked('楼道灯修好了吗')).toBe('n');
  });

  it.each([
    ['by somebody else', '电梯修好了吗', { by: 'chen' }],
    ['where no thing is named', '修好了吗', {}],
    ['where nothing is asked', '电梯', {}],
    ['where they have only one', '电梯修好了吗', { matters: [lift] }],
  ])('is none %s', (_, text, how) => expect(asked(text, how)).toBeNull());
});

describe('the same words again', () => {
  const repeated = (text: string, how: Parameters<typeof heard>[1] = {}) => {
    const { hearing, context } = heard(text, { by: 'li', ...how });
    return repeatedIn(hearing, context)?.id ?? null;
  };

  it('are of the same open matter', () => expect(repeated(lift.summary, { minute: 60 })).toBe('m'));

  it.each([
    ['by somebody else', lift.summary, { by: 'chen' }],
    ['an hour later', lift.summary, { minute: 61 }],
    ['of what is over', lift.summary, { matters: [knownMatter({ settledAt: lift.openedAt })] }],
    ['other words', '电梯还停着', {}],
  ])('are not %s', (_, text, how) => expect(repeated(text, how)).toBeNull());
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
