import { type Analysis, analyse } from './analysis.ts';
import type { HeardMessage, KnownMatter } from './understanding.ts';

/** Of a long talk the first words say what it is about, beside what is said now. */
const FIRST = 3;

/**
 * What residents have told of a matter, as far as it is still near, with what is said now at its end: people tell in pieces what only the whole
 * of it makes plain ("8楼窗户" … "冒烟了"). What the staff said of it is not among it.
 *
 * @param by only what this person said before; everybody by default
 */
export function toldOf(
  matter: Pick<KnownMatter, 'messages'>,
  recent: readonly HeardMessage[],
  now: HeardMessage,
  by?: string | null,
): Analysis {
  const before = recent.filter(
    ({ id, senderId, fromStaff }) =>
      !fromStaff && matter.messages.includes(id) && (by === undefined || senderId === by),
  );
  const texts = [...before.slice(0, FIRST), now].map(({ text }) => text).filter((text) => text !== '');
  return analyse(texts.join('\n'));
}
