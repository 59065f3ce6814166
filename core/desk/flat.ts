import { buildingLabels, confirmFlat, flatOnRecord } from '../people/flat.ts';
import { readFlat } from '../people/flat-in-name.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

/** "Yes, that is the one." */
const yes = /^(?:对|對|是|是的|没错|沒錯|正确|正確|ok|yes|right|correct)[。.!！~\s]*$/i;

/**
 * `房号 7-2-502` says where the writer lives, `房号 对` that the name has it right, `房号` asks in a direct chat what is on record.
 * Staff say it of the resident whose message, or whose ticket's card, they reply to. In groups of residents the number is never
 * repeated (P9b).
 */
export async function handleFlat(scene: Scene, rest: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'flat', { text });
  const inOffice = conversation.audience === 'staff' || conversation.audience === 'managers';
  const meant = speaker.staff ? await personMeant(scene) : null;
  if (speaker.staff && !meant && conversation.kind === 'group') return answer(texts.flatHowForStaff());
  const whom = meant ?? { id: speaker.personId, name: speaker.name };
  const known = await flatOnRecord(step.tx, whom.id);
  const shown = (labels: { building: string; unit: string; room: string }): string =>
    texts.place({ ...labels, unit: labels.unit || null, spot: null }, 'full');
  if (rest === '') {
    if (meant) return answer(texts.flatHowForStaff());
    if (conversation.kind === 'group') return answer(texts.flatInPrivate());
    return answer(known ? texts.flatOnRecord(shown(known.flat), known.confirmed) : texts.flatUnknown());
  }
  const said = yes.test(rest)
    ? known && { kind: 'flat' as const, flat: known.flat }
    : readFlat(rest, await buildingLabels(step.tx, community.id));
  if (!said || said.kind === 'unclear') return answer(texts.flatHow());
  if (said.kind === 'no_such_building') return answer(texts.noSuchBuilding());
  const person = { communityId: community.id, personId: whom.id, flat: said.flat, by: speaker.personId };
  if (!(await confirmFlat(step.tx, person, step.now))) return answer(texts.noSuchBuilding());
  await answer(inOffice ? texts.flatConfirmed(whom.name, shown(said.flat)) : texts.flatNoted());
}

/** The resident of whom staff speak: the writer of the message replied to, or the requester of the ticket replied to. */
async function personMeant({
  step,
  conversation,
  community,
  event,
  target,
}: Scene): Promise<{ id: string; name: string } | null> {
  if (target?.ticketId) {
    const ticket = await step.tx.ticket.findFirst({
      where: { id: target.ticketId, communityId: community.id },
      select: { requester: { select: { id: true, name: true } } },
    });
    return ticket?.requester ?? null;
  }
  if (event.replyToId === null) return null;
  const message = await step.tx.message.findUnique({
    where: { conversationId_externalId: { conversationId: conversation.id, externalId: event.replyToId } },
    select: { person: { select: { id: true, name: true } } },
  });
  return message?.person ?? null;
}
