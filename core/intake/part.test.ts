import { describe, expect, it } from 'vitest';
import { analyse } from './analysis.ts';
import { bareMessage } from './bare-message.ts';
import { partOf } from './part.ts';
import { knownMatter } from './testing/known-matter.ts';

const matter = knownMatter();

function part(text: string, { by = 'li', minute = 20, replyToId = null as string | null } = {}) {
  const at = new Date(matter.openedAt.getTime() + minute * 60_000);
  return partOf(analyse(text), matter, bareMessage({ id: '9', at, text, senderId: by, replyToId }));
}

describe('how a message adds to a matter', () => {
  it.each([
    ['over, by who reported it', '电梯终于好了', {}, 'settled'],
    ['over, by a neighbour in so many words', '来电了', { by: 'chen' }, 'settled'],
    ['over, by a neighbour in reply to it', '电梯已经好了', { by: 'chen', replyToId: '1' }, 'settled'],
    ['over, by a neighbour who names the thing', '3栋电梯修好了', { by: 'chen' }, 'settled'],
    ['over, by a neighbour, already', '已经来电了', { by: 'chen' }, 'settled'],
    ['over, by a neighbour in English', 'the lift is working again', { by: 'chen' }, 'settled'],
    ['over, reported yesterday', '昨天报的电梯已经修好了，谢谢', {}, 'settled'],
    ['over, mended last night', '昨晚修好了', {}, 'settled'],
    ['over, with nobody at the door', '修好了，门口没人了', {}, 'settled'],
    ['over, in English, yesterday', 'it was fixed yesterday, thanks', {}, 'settled'],
    ['over, nobody need come', 'nobody needs to come, it is fixed', {}, 'settled'],
    ['a neighbour’s word that only sounds like it', 'the package was picked up', { by: 'chen' }, 'addition'],
    ['nobody answers', 'nobody picked up the phone', { by: 'chen' }, 'addition'],
    ['the same, of who reported it', 'nobody picked up the phone', {}, 'chase'],
    ['it was well yesterday', '昨天还亮了一下', {}, 'addition'],
    ['not on, whatever “on” means', '还是不亮了', {}, 'chase'],
    ['a question whether it is over', '修好了吗', {}, 'chase'],
    ['a correction', '打错了是5栋', { minute: 1 }, 'correction'],
    ['a neighbour has it too', '我家也是', { by: 'chen' }, 'me_too'],
    ['a neighbour adds something', '门口还有水', { by: 'chen' }, 'me_too'],
  ])('%s', (_, text, how, expected) => expect(part(text, how)).toBe(expected));
});
