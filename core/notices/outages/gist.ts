import type { Heard } from '../../intake/heard.ts';
import { writeRestraints } from '../../outbox/restraint/note.ts';
import { say } from '../../outbox/say.ts';
import { sayToPerson } from '../../people/reach.ts';
import type { Speaker } from '../../people/identify.ts';
import { wallClock } from '../../policy/time/wall-clock.ts';
import { spokenLocale } from '../../text/spoken-locale.ts';
import { textsFor } from '../../text/texts-for.ts';
import { aboutNotice } from '../notice.ts';
import type { Judged } from './judge.ts';

/**
 * Tells a resident what the notice says about what they report (P8a): once a person and notice, as a short reply in their own language, or
 * directly where they want to hear less in groups. In a group that is set to be silent nothing is said.
 */
export async function giveGist(
  heard: Heard,
  speaker: Speaker,
  noticeId: string,
  { thing, spell }: Extract<Judged, { kind: 'known' }>,
): Promise<void> {
  const { step, community, conversation, message, event } = heard;
  const isGroup = conversation.kind === 'group';
  if (isGroup && community.receiptMode === 'silent') return;
  const { timeZone } = community;
  const texts = textsFor(spokenLocale(event.text) ?? speaker.locale ?? community.locale);
  const { from, until, saysFrom, saysUntil } = spell;
  const day = (at: Date): string => wallClock(at, timeZone).toPlainDate().toString();
  const clock = (at: Date): string => wallClock(at, timeZone).toPlainTime().toString({ smallestUnit: 'minute' });
  const oneDay = saysFrom && day(from) === day(until);
  const text = texts.outageKnown({
    thing,
    from: saysFrom ? texts.when(from, step.now, timeZone) : null,
    until: saysUntil ? (oneDay ? clock(until) : texts.when(until, step.now, timeZone)) : null,
    isAhead: from > step.now,
  });
  const word = { about: aboutNotice({ id: noticeId }), purpose: 'receipt', content: { text } } as const;
  const occasion = `outage:${noticeId}`;
  if (
    isGroup &&
    (await wantsLess(heard, speaker)) &&
    (await sayToPerson(step, { ...word, personId: speaker.personId, occasion }))
  ) {
    const noted = {
      conversationId: conversation.id,
      deed: 'told_directly' as const,
      reason: 'hears_less',
      untilAt: null,
    };
    return writeRestraints(step, community.id, { purpose: word.purpose, about: word.about }, [noted]);
  }
  await say(step, {
    ...word,
    conversationId: conversation.id,
    replyToExternalId: message.externalId,
    dedupeKey: `${occasion}:${speaker.personId}`,
  });
  step.rope.lane(conversation.id);
}

async function wantsLess({ step }: Heard, { personId }: Speaker): Promise<boolean> {
  const person = await step.tx.person.findUnique({ where: { id: personId }, select: { hearsLessAt: true } });
  return Boolean(person?.hearsLessAt);
}
