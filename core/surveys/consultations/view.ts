import type { CommunityInForce } from '../../people/communities.ts';
import type { Contents } from '../../outbox/broadcast/contents.ts';
import type { OutgoingContent } from '../../channel/outgoing.ts';
import type { AskedView } from '../../text/consultations/texts.ts';
import { textsFor } from '../../text/texts-for.ts';
import { dated } from '../../text/dated.ts';
import { locales, type Texts } from '../../text/texts.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import type { Asked } from './consultation.ts';

/** As a sentence needs it, in a language. */
export function viewOf(asked: Asked, texts: Texts, { timeZone }: Pick<CommunityInForce, 'timeZone'>): AskedView {
  const { number, kind, title, text, options, rules, goal } = asked;
  const { buildings } = asked.audience;
  return {
    number,
    kind,
    title,
    text,
    options,
    rules,
    goal,
    buildings,
    closesAt: dated(texts, asked.closesAt, timeZone),
  };
}

const SHORT = 6;
const IN_A_ROW = 3;

/** What can be chosen: short options side by side, longer ones below each other. */
export function voteChoices({ id, options }: Asked): NonNullable<OutgoingContent['choices']> {
  const all = options.map((label, index) => ({ id: choiceIds.about('consultation', `v${index}`, id), label }));
  const isShort = options.length <= IN_A_ROW && options.every((label) => label.length <= SHORT);
  return isShort && all.length > 0 ? [all] : all.map((choice) => [choice]);
}

/** The same in every language. */
export function contentsOf(
  asked: Asked,
  community: CommunityInForce,
  said: { text: (texts: Texts, view: AskedView) => string; choices: boolean; attachments?: boolean },
): Contents {
  const choices = said.choices ? voteChoices(asked) : [];
  const extra = {
    ...(choices.length > 0 ? { choices } : {}),
    ...(said.attachments && asked.attachmentIds.length > 0 ? { attachmentIds: asked.attachmentIds } : {}),
  };
  return Object.fromEntries(
    [...new Set([community.locale, ...locales])].map((locale) => {
      const texts = textsFor(locale);
      return [locale, { text: said.text(texts, viewOf(asked, texts, community)), ...extra }];
    }),
  );
}
