import type { Notice } from '../../../prisma/generated/client.ts';
import { nameOf } from '../../notices/name.ts';
import { markTold } from '../../notices/receipts/told.ts';
import { readFlats } from '../../notices/receipts/read-flats.ts';
import { audit } from '../../people/audit.ts';
import type { FlatLabels } from '../../people/flat-in-name.ts';
import { buildingLabels } from '../../people/flat.ts';
import { isContractor } from '../../people/roles.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';

/**
 * `通知 3 已告知 3-2-501 502`: somebody of the office has told these flats in person, and they count as confirmed (P8b). Supervisors look
 * on, and contractors are not of the office: refused quietly, and logged.
 */
export async function toldInPerson(scene: Scene, notice: Notice, said: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  if (!speaker?.staff || isContractor(speaker.roles)) {
    const entry = { action: 'refuse_command', subject: 'notice' };
    await audit(step.tx, { communityId: community.id, actorId: speaker?.personId ?? null, ...entry });
    return;
  }
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'notice-told', { text });
  // What is answered with flats is not said among residents (P9b).
  if (conversation.audience === 'residents') return answer(texts.walkListInOffice());
  if (notice.state !== 'live') return answer(texts.noticeNotLive(nameOf(notice), notice.state));
  if (!notice.asksReceipt) return answer(texts.asksNoReceipt(nameOf(notice)));
  const { flats, unread } = readFlats(said, await buildingLabels(step.tx, community.id));
  if (flats.length + unread.length === 0) return answer(texts.toldHow(notice.number));
  const told = await markTold(step, community, { noticeId: notice.id, flats, by: speaker.personId });
  const inWords = ({ building, unit, room }: FlatLabels): string =>
    texts.place({ building, unit: unit || null, room, spot: null }, 'full');
  await answer(
    texts.toldInPerson({
      ...nameOf(notice),
      marked: told.marked.map(inWords),
      already: told.already.map(inWords),
      unknown: [...told.unknown.map(inWords), ...unread],
    }),
  );
}
