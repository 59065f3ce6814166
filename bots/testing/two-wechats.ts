import type { SaidByBot, Spoken } from '../wechat/testing/world.ts';
import { WechatWorld } from '../wechat/testing/wechat-world.ts';

/** One WeChat as two accounts of ours know it, who sit in one group. */
export interface TwoWechats {
  first: WechatWorld;
  second: WechatWorld;
  /** The same id for both. */
  groupId: string;
  /** Somebody says it in the group: both hear it, each under an id of its own. */
  say(spoken: Omit<Spoken, 'in' | 'at'>): Promise<void>;
  /** What either of ours has said there, oldest first. */
  said(): string[];
}

/** @param people everybody in the group besides our two accounts */
export async function openTwoWechats(parts: {
  groupId: string;
  topic: string;
  people: readonly { id: string; name: string }[];
}): Promise<TwoWechats> {
  const { groupId, topic, people } = parts;
  const first = new WechatWorld({ selfName: '小邻一号' });
  const second = new WechatWorld({ selfName: '小邻二号' });
  const texts: string[] = [];
  for (const [world, other] of [
    [first, second],
    [second, first],
  ] as const) {
    for (const person of people) await world.contact(person);
    await world.contact({ id: other.selfId(), name: other.selfName });
    await world.room({ topic, id: groupId, members: [...people.map(({ id }) => id), other.selfId()] });
    mirrorTo(other, world, groupId, texts);
  }
  return {
    first,
    second,
    groupId,
    async say(spoken) {
      const at = new Date();
      for (const world of [first, second]) await world.say({ ...spoken, in: groupId, at });
    },
    said: () => [...texts],
  };
}

/** What one of ours says, the other hears as somebody's word. */
function mirrorTo(other: WechatWorld, world: WechatWorld, groupId: string, texts: string[]): void {
  let mirrored = 0;
  const mirror = ({ text, file }: SaidByBot): void => {
    texts.push(text);
    const said = file ? { file: { kind: 'photo' as const, name: file.name, bytes: file.bytes } } : { text };
    void other.say({ from: world.selfId(), in: groupId, ...said });
  };
  void world.until(() => {
    const fresh = world.said(groupId).slice(mirrored);
    mirrored += fresh.length;
    fresh.forEach(mirror);
    return false;
  });
}
