import { readSearch } from '../archive/read-search.ts';
import { searchTickets } from '../archive/search.ts';
import { isContractor } from '../people/roles.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const LINES_AT_MOST = 15;

/**
 * `查找 电梯 3栋 2026-10`: the tickets, open or over, that have all of these words (P4). To contractors only what is theirs.
 * @param said what followed the verb, a code included
 */
export async function handleFind(scene: Scene, said: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const sought = readSearch(said);
  if (sought.length === 0) {
    await replyTo(scene, 'find', { text: texts.findHow() });
    return;
  }
  const onlyOf = speaker && isContractor(speaker.roles) ? speaker.personId : null;
  const { hits, all } = await searchTickets(step.tx, community, sought, { onlyOf, atMost: LINES_AT_MOST });
  const words = sought.map(({ spellings: [first = ''] }) => first).join(' ');
  const lines = hits.map(({ openedAt, ...hit }) => ({
    ...hit,
    openedAt: texts.when(openedAt, step.now, community.timeZone),
  }));
  const text = lines.length > 0 ? texts.found(words, lines, all - lines.length) : texts.foundNone(words);
  await replyTo(scene, 'find', { text });
}
