import type { Publication } from '../../../prisma/generated/client.ts';
import {
  addPublication,
  publicationsOf,
  repeatOfPublication,
  revokePublication,
} from '../../notices/publications/publication.ts';
import type { PublicationView } from '../../text/publications/texts.ts';
import { managesOrRefused } from '../may-do.ts';
import { writeNotice } from '../notices/write.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { readPublicationOrder } from './read-order.ts';

/** `公示`: what is published again and again, and when; its text becomes an ordinary notice that is shown before it is told (P8d). */
export async function handlePublication(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'publication', { text });
  const order = readPublicationOrder(rest, scene.message.attachments.length > 0);
  const all = await publicationsOf(step, community.id);
  if (order.kind === 'list') {
    const views = [];
    for (const [index, one] of all.entries())
      if (one.revokedAt === null) views.push(await viewOf(scene, one, index + 1));
    return answer(texts.publicationList(views));
  }
  if (order.kind !== 'show' && !(await managesOrRefused(scene, 'publication'))) return;
  if (order.kind === 'unclear') return answer(texts.publicationHow());
  if (order.kind === 'add') {
    const { title, repeat } = order;
    const added = await addPublication(step, community, { title, repeat, byId: speaker.personId });
    return answer(texts.publicationAdded(await viewOf(scene, added, all.length + 1)));
  }
  const meant = all[order.number - 1];
  if (!meant || meant.revokedAt !== null) return answer(texts.publicationUnknown(order.number));
  if (order.kind === 'show') return answer(texts.publication(await viewOf(scene, meant, order.number)));
  if (order.kind === 'revoke') {
    await revokePublication(step, community, { id: meant.id, byId: speaker.personId });
    return answer(texts.publicationRevoked(meant.title));
  }
  await publish(scene, meant, order.text);
}

/** Drafts the notice by which something is published. The writer is a manager. */
export async function publish(scene: Scene, { id, title }: Publication, text: string): Promise<void> {
  const titled = text.includes(title) ? text : `${title}\n${text}`.trim();
  await writeNotice(scene, titled, { level: 'important', publicationId: id });
}

async function viewOf(scene: Scene, publication: Publication, number: number): Promise<PublicationView> {
  const { step, community } = scene;
  const when = (at: Date): string => textsOf(scene).when(at, step.now, community.timeZone);
  const last = await step.tx.notice.findFirst({
    where: { publicationId: publication.id, liveAt: { not: null } },
    orderBy: { liveAt: 'desc' },
    select: { liveAt: true },
  });
  const { title, nextDueAt } = publication;
  return {
    number,
    title,
    repeat: repeatOfPublication(publication),
    due: when(nextDueAt),
    isOverdue: nextDueAt < step.now,
    last: last?.liveAt ? when(last.liveAt) : null,
  };
}
