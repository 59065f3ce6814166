import type { Texts } from '../../texts.ts';

/** Everything that is said about suggestions and praise. */
export function suggestionsSaid(texts: Texts): [keyof Texts, string][] {
  const said = (name: keyof Texts, ...all: string[]): [keyof Texts, string][] => all.map((text) => [name, text]);
  const both = [true, false];
  return [
    ...said(
      'step',
      ...both.map((adopted) => texts.step('decided', { by: 'Zhou', adopted, text: adopted ? 'x' : null })),
    ),
    ...said('suggestionHowToSupport', texts.suggestionHowToSupport()),
    ...said('suggestionDecided', ...both.map((adopted) => texts.suggestionDecided('A7K2', adopted, 'x', 3))),
    ...said('suggestionDecided', ...both.map((adopted) => texts.suggestionDecided('A7K2', adopted, null, 1))),
    ...said('suggestionCarriedOut', texts.suggestionCarriedOut('A7K2', 'x', 3)),
    ...said('suggestionCarriedOut', texts.suggestionCarriedOut('A7K2', null, 1)),
    ...said('praiseThanks', texts.praiseThanks(['Wu']), texts.praiseThanks(['Wu', 'Li'])),
    ...said('suggestionSupporters', texts.suggestionSupporters(3)),
    ...said('suggestionNone', texts.suggestionNone('A7K2')),
    ...said('suggestionNeedsReason', texts.suggestionNeedsReason('A7K2')),
    ...said('praiseWho', texts.praiseWho('A7K2')),
    ...said('praiseEverybody', texts.praiseEverybody()),
    ...said('praisePassedOn', texts.praisePassedOn('A7K2', ['Wu'])),
    ...said('praiseForYou', texts.praiseForYou('x')),
    ...said('praiseForColleague', texts.praiseForColleague('Wu', 'x')),
    ...said('praiseCounts', texts.praiseCounts(90, [{ name: 'Wu', count: 2 }])),
  ];
}
