import { describe, expect, it } from 'vitest';
import { bareMessage } from './bare-message.ts';
import { GroupMemory } from './memory.ts';
import { understand } from './understand.ts';
import type { Act } from './understanding.ts';

/**
 * Talk as it is typed in a group, one line a message: `who minute:second what → what is expected`. `office` is a member of
 * staff; `[photo]` is a picture; `(2)` before the words is a reply to the second line. A matter gets a name where it opens
 * (`opens lift`, with `!` when it is an emergency, with its kind or place in brackets), and is called by it afterwards. After `not yet:`
 * stands what should come of it and does not so far.
 */
const talks: Record<string, string> = {
  'a lift, the weather, and gas in the garage, from one writer within two minutes': `
    li 0:00 3栋2单元电梯又停了，谁来看看 → opens lift (repair 3/2)
    li 0:50 今天天气真好 → nothing
    li 1:30 地下车库闻到很浓的煤气味！ → opens gas! (repair)
    li 2:00 电梯修好了吗 → chases lift`,
  'a lift, small talk of others, a neighbour in the same place': `
    li 0:00 5栋1单元电梯卡在6楼不动了 → opens lift (repair 5/1)
    wang 0:20 早上好呀大家 → nothing
    zhao 0:40 今晚国足踢几点 → nothing
    chen 1:10 我也在等电梯，5栋这边 → joins lift
    li 1:30 [photo] → adds to lift
    wang 2:00 谁家团购了草莓 → nothing`,
  'a correction of the building': `
    li 0:00 3栋电梯又停了 → opens lift (repair 3)
    li 0:30 打错了是5栋 → corrects lift (5)`,
  'a photo after the words': `
    wang 0:00 4栋楼下垃圾桶满了三天没人收 → opens rubbish
    wang 0:20 [photo] → adds to rubbish
    chen 0:40 收到 → nothing`,
  'a neighbour has the same': `
    li 0:00 我家没水了，3栋2单元501 → opens water (repair 3/2/501)
    zhao 1:00 我家也是 → joins water
    chen 1:20 +1 → joins water
    wang 1:40 哈哈哈我这边有 → nothing`,
  'thanks after an answer': `
    li 0:00 单元门锁坏了关不上，2栋1单元 → opens door (repair 2/1)
    office 3:00 (1) 收到，马上安排师傅 → answers door
    li 3:20 好的谢谢 → nothing
    wang 3:40 👍 → nothing`,
  'three different matters from one writer within a minute': `
    li 0:00 3栋楼道灯不亮了 → opens light (repair 3)
    li 0:25 南门的道闸也抬不起来了 → opens barrier (repair)
    li 0:50 物业费什么时候交 → opens fee (inquiry)`,
  'a report in two breaths': `
    li 0:00 物业在吗 → nothing
    li 0:10 我家厨房下水道堵了 → opens drain (repair)
    li 0:20 3栋2单元501 → adds to drain`,
  'chatter before a report is not part of it': `
    li 0:00 今天好冷啊 → nothing
    li 0:30 3栋2单元电梯又坏了 → opens lift (repair 3/2)`,
  'it is settled, and happens again in the evening': `
    li 0:00 3栋2单元电梯又停了 → opens lift (repair 3/2)
    office 10:00 (1) 师傅在路上 → answers lift
    office 90:00 (1) 电梯修好了，恢复运行 → answers lift
    li 91:00 谢谢师傅 → nothing
    zhao 400:00 3栋2单元电梯又坏了 → opens again (repair 3/2)`,
  'the staff say, without a reply, what is mended': `
    li 0:00 我家马桶堵了，3栋2单元501 → opens toilet (repair 3/2/501)
    wang 3:00 5栋1单元电梯停了 → opens lift (repair 5/1)
    office 4:00 (2) 师傅马上到 → answers lift
    office 60:00 马桶已经通了 → answers toilet`,
  'a resident says that it is settled': `
    li 0:00 2栋停电了 → opens power (repair 2)
    wang 1:00 我家也停了 → joins power
    li 30:00 来电了 → settles power
    chen 31:00 好耶 → nothing`,
  'that something is over, where nothing is known of it': `
    li 0:00 来电了 → nothing
    wang 3:00 刚才在睡觉，没事的 → nothing`,
  'chasing, in several words': `
    li 0:00 2栋3楼楼道灯不亮 → opens light (repair 2)
    office 5:00 (1) 好的，下午安排 → answers light
    li 400:00 灯修了没 → chases light
    li 420:00 还没人来吗 → chases light`,
  'a danger where the same lift is already known': `
    li 0:00 3栋2单元电梯停了 → opens lift (repair 3/2)
    li 0:30 我妈在里面出不来！ → raises lift
    wang 1:00 大家别急，已经叫人了 → anything`,
  'a danger, told again by a neighbour': `
    li 0:00 18楼电梯口一股煤气味 → opens gas! (repair)
    zhao 0:40 我15楼也闻到煤气味了 → joins gas
    wang 1:00 周末谁去钓鱼 → nothing`,
  'a child in the lift, and a fire, right after tickets of others': `
    li 0:00 快递柜又满了 → opens locker
    zhao 0:12 电梯里困了个小孩 → opens child! (repair)
    chen 0:40 there is a kitchen fire → opens fire! (repair)
    wang 1:00 4栋1单元门口有人高空抛物 → opens thrown
    wang 1:07 打错了是3栋 → corrects thrown (3)`,
  'two dangers at once, in two places': `
    li 0:00 5栋着火了！3楼在冒烟 → opens fire! (repair 5)
    zhao 0:30 1栋电梯困人了 → opens lift! (repair 1)`,
  'a danger by another writer while something small is talked of': `
    li 0:00 垃圾桶又满了 4栋 → opens rubbish
    wang 0:30 大堂有个老人晕倒了，快来人 → opens fall! (repair)
    li 0:50 [photo] → anything`,
  'questions to the office': `
    li 0:00 有人知道明天几点停水吗 → opens q1 (inquiry)
    wang 5:00 物业电话多少 → not yet: opens q2 (inquiry)
    zhao 20:00 装修出入证在哪里办 → opens q3 (inquiry)`,
  'until when is the water off': `
    li 0:00 明天停水到几点 → opens q1 (inquiry)`,
  'a suggestion, and agreement': `
    li 0:00 建议南门加个快递柜 → opens locker (suggestion)
    wang 0:30 (1) 支持 → joins locker
    zhao 0:50 (1) 同意，早就该装了 → joins locker
    chen 1:10 晚上吃啥 → nothing`,
  'questions only neighbours can answer': `
    li 0:00 谁家有梯子借我用一下 → nothing
    wang 0:30 有人拼车去机场吗 → nothing
    zhao 1:00 附近哪里有好吃的火锅 → nothing`,
  'jokes after a report': `
    li 0:00 3栋电梯又坏了 → opens lift (repair 3)
    wang 0:20 哈哈哈爬楼减肥 → nothing
    zhao 0:40 😂😂 → nothing
    chen 1:00 国足什么时候能像电梯一样上去一次 → not yet: nothing`,
  'buying together between two reports': `
    wang 0:00 团购砂糖橘，今晚截单，25一箱 → nothing
    li 0:30 2栋门禁刷卡没反应 → opens door (repair 2)
    wang 0:40 要的接龙 → nothing
    chen 0:50 我要两箱 → nothing
    zhao 1:20 2栋门禁我也刷不开 → joins door`,
  'two reporters in turn, two buildings': `
    li 0:00 1栋没水了 → opens water (repair 1)
    wang 0:10 4栋楼道有人抽烟 → opens smoke (complaint 4)
    li 0:30 [photo] → adds to water
    wang 0:45 烟味都进屋了 → adds to smoke
    li 1:00 一滴都没有 → adds to water`,
  'good night, and football': `
    li 0:00 晚安各位 → nothing
    wang 0:30 昨晚的球看了吗 → nothing
    zhao 1:00 看了，气死我了 → nothing`,
  'received, by many': `
    office 0:00 【停水通知】明天9:00-16:00停水，请各位业主储水 → nothing
    li 0:20 收到 → nothing
    wang 0:30 收到，谢谢 → nothing
    zhao 0:40 好的 → nothing
    chen 1:00 停到几点啊 → opens q (inquiry)`,
  'a place that follows': `
    li 0:00 楼道的灯又不亮了 → opens light (repair)
    li 0:15 3栋1单元 → adds to light`,
  'more about the same thing': `
    li 0:00 楼上漏水到我家了 3栋501 → opens leak (repair 3//501)
    li 0:20 天花板都湿了一大片 → adds to leak
    li 0:40 墙纸也鼓起来了 → adds to leak`,
  'somebody asks the reporter how it goes': `
    li 0:00 5栋2单元电梯坏了 → opens lift (repair 5/2)
    wang 5:00 (1) 现在修好了吗？我也要坐 → joins lift`,
  'the staff ask back, the resident answers': `
    li 0:00 我家马桶堵了，冲不下去 → opens toilet (repair)
    office 1:00 (1) 请问您是哪一户？ → answers toilet
    li 1:30 3栋2单元502 → adds to toilet`,
  'lunch between a report and its photo': `
    li 0:00 地库B区灯全灭了 → opens light (repair)
    wang 0:15 中午吃面去不去 → nothing
    li 0:40 [photo] → adds to light`,
  'a second thing in reply to nothing': `
    li 0:00 3栋电梯坏了 → opens lift (repair 3)
    li 1:00 对了，我的快递放哪了，大堂没看到 → opens parcel
    li 1:40 谢谢 → nothing`,
  'praise is not tied to the repair before': `
    li 0:00 2栋楼道灯坏了 → opens light (repair 2)
    li 3:00 表扬一下门口保安小李，昨天帮我妈把菜拎上楼 → opens praise (praise)`,
  'Traditional: a lift, greetings, gas': `
    chan 0:00 第3座部𨋢又壞咗 → opens lift (repair 3)
    wong 0:20 早晨各位 → nothing
    chan 0:50 停車場聞到好大陣煤氣味 → opens gas! (repair)
    lee 1:20 今晚打邊爐去唔去 → nothing`,
  'Traditional: shut in': `
    chan 0:00 2座部𨋢停咗，我阿媽喺入面出唔到嚟 → opens lift! (repair 2)
    wong 0:30 我聽到有人拍門 → anything
    chan 1:00 快啲嚟人呀 → adds to lift`,
  'Traditional: the same, corrected': `
    chan 0:00 5座大堂冷氣壞咗 → opens aircon (repair 5)
    chan 0:20 打錯，係4座 → corrects aircon (4)
    wong 0:40 熱到死 → anything`,
  'Traditional: rubbish, and a question': `
    lee 0:00 垃圾房三日冇人清，好臭 → opens rubbish (complaint)
    lee 0:40 請問管理費可唔可以轉數快交 → opens fee (inquiry)
    wong 1:00 哈哈 → nothing
    chan 1:20 我層都係咁臭 → joins rubbish`,
  'Traditional: water is back': `
    chan 0:00 1座冇水呀 → opens water (repair 1)
    wong 0:30 我都冇水 → joins water
    chan 20:00 返嚟喇，有水喇 → settles water`,
  'Taiwan: a leak and chatter': `
    lin 0:00 地下室積水已經淹到腳踝了 → opens flood
    huang 0:20 今天好熱喔 → nothing
    lin 0:40 [photo] → adds to flood
    huang 1:00 有人要一起訂便當嗎 → nothing`,
  'English: stuck, and mother inside': `
    ann 0:00 Lift in Block 2 is stuck, my mom is inside! → opens lift! (repair 2)
    bob 0:20 oh no → nothing
    ann 0:40 please hurry → adds to lift
    eve 1:00 anyone want pizza tonight? → nothing`,
  'English: a light, the weather, a smell of gas': `
    ann 0:00 the hallway light on 3 is out again → opens light (repair)
    ann 0:40 what a lovely sunny day → nothing
    ann 1:20 strong smell of gas in the garage → opens gas! (repair)
    bob 1:40 good morning all → nothing`,
  'English: me too, and thanks': `
    ann 0:00 no hot water in 304 since last night → opens water
    bob 0:30 same here → joins water
    office 2:00 (1) Thanks, sending someone → answers water
    ann 2:20 thank you! → nothing
    eve 3:00 who's watching the game tonight → nothing`,
  'English: a chase': `
    ann 0:00 Front door of Building 4 won't close → opens door (repair 4)
    ann 2:00 is the door fixed yet? → chases door
    bob 3:00 lol → nothing`,
  'English: the wrong building': `
    ann 0:00 elevator in Building 3 is out of order → opens lift (repair 3)
    ann 0:20 sorry, I meant Building 5 → corrects lift (5)
    ann 0:30 [photo] → adds to lift`,
  'English: three things in a row': `
    ann 0:00 the barrier at the south gate is broken → opens barrier (repair)
    ann 0:20 also the bin room is overflowing and stinks → opens bins
    ann 0:40 how do I get a replacement fob? → opens fob (inquiry)`,
  'English: fixed, then broken again': `
    ann 0:00 lift in Block 1 is not working → opens lift (repair 1)
    office 60:00 (1) The lift is fixed and running → answers lift
    bob 500:00 lift in Block 1 is broken again → opens again (repair 1)`,
  'English: selling, borrowing, greetings': `
    ann 0:00 selling a microwave, $30, pick up only → nothing
    bob 0:20 does anyone have a ladder I could borrow → nothing
    eve 0:40 happy birthday Jim! → nothing`,
  'English: a fight at the gate after a parking complaint': `
    ann 0:00 someone's parked in my spot again, black SUV → opens spot (complaint)
    bob 0:40 there is a fight at the gate, one has a knife! → opens fight!
    ann 1:00 it's been there since this morning → not yet: adds to spot`,
  'mixed languages in one group': `
    li 0:00 3栋2单元电梯坏了 → opens lift (repair 3/2)
    ann 0:30 lift in block 3 not working for me too → joins lift
    wong 0:50 我都搭唔到𨋢 → joins lift
    wang 1:10 辛苦各位 → nothing`,
};

interface Told {
  text: string;
  wanted: string;
  got: string;
  /** Known not to be understood so far. */
  notYet: boolean;
}

const NOT_YET = 'not yet: ';
/** A clerk could make it either. */
const ANYTHING = 'anything';

const parts: Record<string, string> = {
  adds: 'addition',
  corrects: 'correction',
  chases: 'chase',
  settles: 'settled',
};

/** Plays a talk and says of every line what came of it, in the words in which it was expected. */
function play(talk: string): Told[] {
  const memory = new GroupMemory({ buildings: ['1', '2', '3', '4', '5'], groupBuildings: [], locale: 'zh-CN' });
  const names = new Map<string, string>();
  return talk
    .trim()
    .split('\n')
    .map((line, at) => {
      const [, by = '', minute = '', second = '', reply, words = '', expected = ''] =
        /^\s*(\S+) (\d+):(\d+) (?:\((\d+)\) )?(.*) → (.*)$/.exec(line) ?? [];
      const message = bareMessage({
        id: String(at + 1),
        at: new Date(Date.UTC(2026, 2, 2, 9, Number(minute), Number(second))),
        senderId: by,
        senderName: by,
        fromStaff: by === 'office',
        text: words === '[photo]' ? '' : words,
        replyToId: reply ?? null,
        hasPhoto: words === '[photo]',
      });
      const understood = understand(message, memory.context(message.at));
      const [opened] = memory.hear(message, understood);
      const wanted = expected.replace(NOT_YET, '');
      const name = /^opens (\w+)/.exec(wanted)?.[1];
      if (opened !== undefined) names.set(opened, name ?? 'something');
      const got = wanted === ANYTHING ? ANYTHING : tell(understood.acts, wanted, names);
      return { text: `${by}: ${words}`, wanted, got, notYet: expected.startsWith(NOT_YET) };
    });
}

/** What came of a line, written as generously as what was expected of it: details nobody asked for are left out. */
function tell(acts: readonly Act[], expected: string, names: ReadonlyMap<string, string>): string {
  const said = acts.map((act): string => {
    switch (act.kind) {
      case 'report':
      case 'doubt': {
        const { kind, urgency, place } = act.matter;
        const asked = /\((\w+)(?: (\S+))?\)/.exec(expected);
        const where = [place.building ?? '', place.unit ?? '', place.room ?? ''].join('/').replace(/\/+$/, '');
        const details = asked ? ` (${kind}${asked[2] === undefined ? '' : ` ${where}`})` : '';
        const name = /^opens (\w+)/.exec(expected)?.[1] ?? 'something';
        return `${act.kind === 'report' ? 'opens' : 'asks about'} ${name}${urgency === 'emergency' ? '!' : ''}${details}`;
      }
      case 'addition': {
        const name = names.get(act.matterId) ?? '?';
        const verb = expected.split(' ')[0] ?? '';
        if (verb === 'joins') return `joins ${name}`;
        if (verb === 'raises' && act.changes.urgency === 'emergency') return `raises ${name}`;
        const place = /\(\S+\)$/.test(expected) ? ` (${act.changes.place?.building ?? ''})` : '';
        const word = Object.keys(parts).find((key) => parts[key] === act.part) ?? act.part;
        return `${word}${word === 'adds' ? ' to' : ''} ${name}${place}`;
      }
      case 'answer':
        return `answers ${names.get(act.matterId) ?? '?'}`;
      case 'late_report':
        return 'opens an earlier one';
    }
  });
  return said.join(', ') || 'nothing';
}

describe('talk as it is typed', () => {
  it.each(Object.entries(talks))('%s', (_, talk) => {
    for (const { text, wanted, got, notYet } of play(talk)) {
      // What is understood at last is to be said so above.
      const told = expect.soft(`${text} → ${got}`);
      if (notYet) told.not.toBe(`${text} → ${wanted}`);
      else told.toBe(`${text} → ${wanted}`);
    }
  });
});
