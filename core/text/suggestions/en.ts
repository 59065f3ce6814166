import { lines, quoted } from '../layout.ts';
import type { SuggestionTexts } from './texts.ts';

/** A manager's decision, as a step of a ticket's life. */
export const decided = (by: string, adopted: boolean, words: string | null): string =>
  `${adopted ? 'Adopted' : 'Turned down'} by ${by}${words ? `: ${words}` : ''}`;

const supportedBy = (supporters: number): string => (supporters > 1 ? `, supported by ${supporters} neighbours,` : '');

export const suggestions = {
  suggestionHowToSupport: () => 'Who would like it, too, replies “+1”; the manager is told how many.',
  suggestionDecided: (code, adopted, words, supporters) =>
    lines(
      `Suggestion ${code}${supportedBy(supporters)} is ${adopted ? 'adopted' : 'not adopted this time'}${words ? `: ${words}` : '.'}`,
      adopted ? 'You will hear when it is done.' : 'Thank you for suggesting it.',
    ),
  suggestionCarriedOut: (code, words, supporters) =>
    `Suggestion ${code}${supportedBy(supporters)} is carried out${words ? `: ${words}` : '. Thank you for your support.'}`,
  praiseThanks: (names) => `Thank you for your kind words; they were passed on to ${names.join(', ')}.`,

  suggestionSupporters: (count) => `${count} would like it`,
  suggestionNone: (code) => `${code} is no suggestion, and nothing was changed.`,
  suggestionNeedsReason: (code) =>
    `Turning one down needs a reason, and nothing was changed. Please write “turn down ${code} because …”.`,
  praiseWho: (code) => `Which colleague is praised in ${code}?`,
  praiseEverybody: () => 'Everybody',
  praisePassedOn: (code, names) => `The praise in ${code} was passed on: ${names.join(', ')}.`,
  praiseForYou: (words) => `A resident praises you: “${quoted(words)}”`,
  praiseForColleague: (name, words) => `👏 A resident praises ${name}: “${quoted(words)}”`,
  praiseCounts: (days, counts) =>
    lines(`Praise in the last ${days} days:`, ...counts.map(({ name, count }) => `${name}: ${count}`)),
} satisfies SuggestionTexts;
