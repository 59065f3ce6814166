import type { Notice } from '../../prisma/generated/client.ts';
import type { OutgoingContent } from '../channel/outgoing.ts';
import type { Contents } from '../outbox/broadcast/contents.ts';
import { choiceIds } from '../tickets/choice-id.ts';
import { dated } from '../text/dated.ts';
import { lines } from '../text/layout.ts';
import { textsFor } from '../text/texts-for.ts';
import { textsOfNotice } from './notice.ts';

/** The community, as far as it matters for what is said. */
export interface Place {
  locale: string;
  timeZone: string;
}

/** What changed since it was told, if anything: the words that stand above the text, and on channels that cannot edit are said anew. */
export type Change = 'corrected' | 'extended' | 'ended' | 'withdrawn';

/** What a notice says, in each of its languages: title, text, and from when or until when it holds. */
export function contentsOf(notice: Notice, place: Place): Contents {
  return inEach(notice, place, (locale, text) => contentIn(notice, { ...place, locale }, text));
}

/**
 * What takes the place of a notice that was told. A correction is said anew where words cannot be changed. That it was extended or ended
 * is a word of its own ({@link endWordOf}), so that nothing is said twice there. Withdrawn, it is recalled where the platform can.
 */
export function changedContentsOf(notice: Notice, place: Place, now: Date, change: Change): Contents {
  return inEach(notice, place, (locale, text) => {
    const texts = textsFor(locale);
    const shown = contentIn(notice, { ...place, locale }, text);
    const head = texts.noticeChanged(change, dated(texts, now, place.timeZone));
    if (change === 'withdrawn') {
      const word = texts.noticeVoid(firstLine(text));
      return { text: word, brief: word, recall: true };
    }
    const { choices: _choices, ...over } = shown;
    if (change === 'ended') return { ...over, text: lines(head, shown.text) };
    const changed = { ...shown, text: lines(head, shown.text) };
    return change === 'corrected' ? { ...changed, brief: changed.text } : changed;
  });
}

/** The word by which everybody hears that it is over: what the manager says, or that it is. */
export const endWordOf = (notice: Notice, place: Place, words: string | null): Contents =>
  inEach(notice, place, (locale, text) => ({
    // What a manager says is in the community's language.
    text: textsFor(locale).noticeEnded(firstLine(text), locale === place.locale ? words : null, notice.isDrill),
  }));

/** The word by which everybody hears that it takes longer. */
export const extendWordOf = (notice: Notice, place: Place, until: Date): Contents =>
  inEach(notice, place, (locale, text) => {
    const texts = textsFor(locale);
    return { text: texts.noticeExtended(firstLine(text), dated(texts, until, place.timeZone), notice.isDrill) };
  });

function contentIn(notice: Notice, place: Place, text: string): OutgoingContent {
  const texts = textsFor(place.locale);
  const when = (at: Date | null): string | null => at && dated(texts, at, place.timeZone);
  const { attachmentIds, level, isDrill, asksReceipt } = notice;
  return {
    text: lines(
      texts.noticeTitle(level, isDrill),
      text,
      texts.noticeHolds(when(notice.effectiveAt), when(notice.endsAt)),
      asksReceipt && texts.noticeAsksReceipt(),
    ),
    ...(attachmentIds.length > 0 ? { attachmentIds } : {}),
    ...(asksReceipt
      ? { choices: [[{ id: choiceIds.about('notice', 'got', notice.id), label: texts.noticeGot() }]] }
      : {}),
  };
}

const inEach = (notice: Notice, place: Place, make: (locale: string, text: string) => OutgoingContent): Contents =>
  Object.fromEntries(
    Object.entries({ ...textsOfNotice(notice), [place.locale]: notice.text }).map(([locale, text]) => [
      locale,
      make(locale, text),
    ]),
  );

/** By which it is named in a sentence. */
export const firstLine = (text: string): string => {
  const [line = ''] = text.trim().split('\n');
  const letters = Array.from(line.trim());
  return letters.length > 30 ? `${letters.slice(0, 29).join('')}…` : letters.join('');
};
