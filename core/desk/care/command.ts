import { contactOf, pauseCare, startCare, stopCare } from '../../notices/care/contact.ts';
import { wantGreetings, wantingGreetings } from '../../notices/care/greetings-wanted.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { careByStaff } from './by-staff.ts';
import { readCareOrder } from './read-order.ts';
import { atNight, careView } from './view.ts';

/**
 * `关怀`: residents say in their direct chat when they want to be asked whether they are well, pause it or end it, and whether they
 * want greetings on festivals; staff put it on record for others who have agreed (P8g).
 */
export async function handleCare(scene: Scene, rest: string): Promise<void> {
  const { step, community, conversation, event, speaker } = scene;
  if (!speaker) return;
  const order = readCareOrder(rest, step.now, community.timeZone);
  if (speaker.staff) return careByStaff(scene, order);
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'care', { text });
  if (conversation.kind === 'group') {
    // "Take care!" "Care!" is said among neighbours.
    const isTalk = rest === '' && !event.toBot && /^\s*care\b/i.test(event.text);
    return isTalk ? undefined : answer(texts.careInPrivate());
  }
  const { personId } = speaker;
  switch (order.kind) {
    case 'standing': {
      const contact = await contactOf(step, personId);
      const wanting = await wantingGreetings(step, community.id);
      return answer(
        texts.careStanding(contact && careView(scene, contact, contact.nextAt), wanting.includes(personId)),
      );
    }
    case 'start': {
      const night = atNight(scene, order);
      if (night !== null) return answer(texts.careAtNight(night));
      const { firstAt } = await startCare(step, community, { ...order, personId, byId: null });
      return answer(texts.careSet(careView(scene, order, firstAt)));
    }
    case 'stop':
      return answer(
        (await stopCare(step, community, { personId, byId: personId })) ? texts.careStopped() : texts.careNone(),
      );
    case 'pause': {
      const next = await pauseCare(step, community, { personId, until: order.until });
      return answer(next ? texts.carePaused(texts.when(next, step.now, community.timeZone)) : texts.careNone());
    }
    case 'greetings':
      await wantGreetings(step, personId, order.on);
      return answer(texts.greetingsWanted(order.on));
    case 'enter':
    case 'end':
    case 'unclear':
      return answer(texts.careHow());
  }
}
