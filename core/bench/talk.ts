import { createDice } from '../dice.ts';
import type { ChannelEventOf } from '../channel/event.ts';
import { staffName, type BenchGroup, type Member } from './estate.ts';
import { chatter, followUps, matters, staffAnswers } from './lines.ts';

export type Said = ChannelEventOf<'message'>;

/** Shares of what is said; the rest is chatter. */
const matterShare = 0.12;
const followUpShare = 0.06;
const staffShare = 0.02;

/** The talk of one group, without end: the same group says the same things in every run. */
export interface Talk {
  next(at: Date): Said;
  /** Something that is surely nothing for the office. */
  chatter(at: Date): Said;
}

export function createTalk(group: BenchGroup, seed: number): Talk {
  const random = createDice(seed);
  const pick = <T>(from: readonly T[]): T => {
    const one = from[Math.floor(random() * from.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  let count = 0;
  let lastMatter: { messageId: string; by: Member } | null = null;

  function say(by: Member, line: string, at: Date, replyToId: string | null = null): Said {
    count += 1;
    const messageId = `${group.externalId}-${count}`;
    return {
      type: 'message',
      key: `m:${messageId}`,
      conversation: { externalId: group.externalId, kind: 'group', title: group.title },
      at: at.toISOString(),
      sender: { externalId: by.externalId, name: by.name, isBot: false },
      messageId,
      text: line
        .replace('{b}', pick(group.buildings))
        .replace('{u}', pick(['1', '2']))
        .replace('{r}', pick(rooms)),
      // Words may be missing: then it is a picture.
      attachments:
        line === '' ? [{ kind: 'photo', mimeType: 'image/jpeg', fileName: null, ref: `photo:${messageId}` }] : [],
      replyToId,
      quotedText: null,
      albumKey: null,
      toBot: false,
      forwarded: false,
    };
  }

  return {
    chatter: (at) => say(pick(group.members), pick(chatter), at),
    next(at) {
      const by = pick(group.members);
      const what = random();
      if (what < matterShare) {
        const said = say(by, pick(matters), at);
        lastMatter = { messageId: said.messageId, by };
        return said;
      }
      if (lastMatter && what < matterShare + followUpShare) {
        const line = pick(followUps);
        return say(line === '' ? lastMatter.by : by, line, at, line === '' ? null : lastMatter.messageId);
      }
      if (lastMatter && what < matterShare + followUpShare + staffShare) {
        return say(
          { externalId: staffName, name: staffName, flat: null },
          pick(staffAnswers),
          at,
          lastMatter.messageId,
        );
      }
      return say(by, pick(chatter), at);
    },
  };
}

const rooms = ['101', '202', '301', '402', '501', '602', '1101', '1202'];
