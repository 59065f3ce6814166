import { greetingMeant } from '../../notices/care/offer-greeting.ts';
import { wantingGreetings } from '../../notices/care/greetings-wanted.ts';
import { draftNotice } from '../../notices/draft.ts';
import { startBroadcast } from '../../outbox/broadcast/start.ts';
import { textsFor } from '../../text/texts-for.ts';
import { locales } from '../../text/texts.ts';
import { managesOrRefused } from '../may-do.ts';
import { showPreview } from '../notices/preview.ts';
import { replyTo, textsOf, type Choosing } from '../scene.ts';

/**
 * A manager says what becomes of a greeting that was prepared: it goes to the groups, as an ordinary notice that is shown before anybody
 * hears of it, or directly to those who want greetings, or to nobody.
 */
export async function chooseGreeting(choosing: Choosing, communityId: string, action: string): Promise<void> {
  const { step, community, conversation, speaker } = choosing;
  const meant = greetingMeant(action, community);
  if (!meant || communityId !== community.id || !(await managesOrRefused(choosing, 'care'))) return;
  const { to, festival, year, at } = meant;
  const texts = textsOf(choosing);
  const answer = (text: string): Promise<void> => replyTo(choosing, `greeting:${festival}`, { text });
  if (to === 'none') return answer(texts.greetingDropped(festival));
  if (to === 'all') {
    const notice = await draftNotice(
      step,
      community.id,
      {
        level: 'routine',
        text: textsFor(community.locale).greeting(festival),
        texts: Object.fromEntries(
          locales.filter((one) => one !== texts.locale).map((one) => [one, textsFor(one).greeting(festival)]),
        ),
        audience: {},
        sendAt: at > step.now ? at : null,
      },
      { personId: speaker.personId, conversationId: conversation.id },
    );
    return showPreview(choosing, notice);
  }
  const persons = await wantingGreetings(step, community.id);
  const { targets } = await startBroadcast(step, community, {
    about: { subject: 'care', id: community.id },
    occasion: `greeting:${festival}:${year}`,
    purpose: 'notice',
    contents: Object.fromEntries(locales.map((one) => [one, { text: textsFor(one).greeting(festival) }])),
    audience: { to: 'direct', persons },
    startAt: at > step.now ? at : community.calendar.civil(step.now),
    createdById: speaker.personId,
  });
  return answer(texts.greetingPrepared(festival, texts.when(at, step.now, community.timeZone), targets));
}
