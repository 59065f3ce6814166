import { describe, expect, it } from 'vitest';
import { numberedChoices } from '../outbox/numbered.ts';
import { bareChoice, type Offer } from './bare-choice.ts';

const at = new Date('2026-11-23T12:00:00+08:00');
const ago = (seconds: number): Date => new Date(at.getTime() - seconds * 1000);

type Named = Offer & { name: string };
function offer(name: string, seconds: number, to: Offer['to'] = null, labels = ['接单', '承诺']): Named {
  const choices = numberedChoices([labels.map((label) => ({ id: `${name}-${label}`, label }))]).said;
  return { name, ticketId: name, choices, sentAt: ago(seconds), to };
}
const doubt = (seconds: number): Named => ({ ...offer('?', seconds, null, ['是，开工单', '不是']), ticketId: null });

describe('a number or a label alone', () => {
  it.each<[string, string, Named[], number | null, string[]]>([
    ['the last card', '1', [offer('B', 60), offer('A', 600)], null, ['B-接单']],
    ['its label', '承诺', [offer('B', 60)], null, ['B-承诺']],
    ['a question to the staff', '是', [doubt(60)], null, ['?-是，开工单']],
    ['in full width', '２', [doubt(60)], null, ['?-不是']],
    ['two cards at once', '1', [offer('B', 5), offer('A', 600)], null, ['B-接单', 'A-接单']],
    ['a question right after a card', '2', [doubt(5), offer('A', 60)], null, ['?-不是', 'A-承诺']],
    ['the same ticket’s second word', '1', [offer('A', 5), offer('A', 60)], null, ['A-接单']],
    ['our question to the writer, however new', '2', [offer('A', 2, 'writer'), offer('B', 60)], null, ['A-承诺']],
    [
      'our question to the writer, a card a moment ago',
      '2',
      [offer('B', 5), offer('A', 60, 'writer')],
      null,
      ['A-承诺'],
    ],
    ['a card read since our question', '2', [offer('B', 50), offer('A', 60, 'writer')], null, ['B-承诺']],
    ['our question to a colleague', '1', [offer('A', 30, 'somebody_else'), offer('B', 60)], null, ['asked', 'B-接单']],
    [
      'a card after our question to a colleague',
      '1',
      [offer('B', 60), offer('A', 90, 'somebody_else')],
      null,
      ['B-接单'],
    ],
    ['a colleague asked something just now', '2', [offer('B', 600)], 119, ['asked', 'B-承诺']],
    ['a colleague said something a while ago', '2', [offer('B', 600)], 120, ['B-承诺']],
    ['the talk was before the card', '2', [offer('B', 60)], 70, ['B-承诺']],
    ['a label after talk is talk', '不是', [doubt(600)], 500, []],
    ['a number that is not there', '7', [offer('B', 60)], null, []],
    ['a number in words is talk', '一', [offer('B', 60)], null, []],
    ['with words beside it', '1 马上', [offer('B', 60)], null, []],
    ['12 hours and a second ago', '1', [offer('B', 43_201)], null, []],
    ['said before the card came', '1', [offer('B', -1)], null, []],
    ['nothing was offered', '1', [], null, []],
    ['talk', '好的', [offer('B', 60)], null, []],
  ])('%s', (_, text, offers, talkedAgo, expected) => {
    const result = bareChoice(text, offers, at, talkedAgo === null ? null : ago(talkedAgo));
    const told =
      result.kind === 'none'
        ? []
        : result.kind === 'one'
          ? [result.choice.id]
          : result.offers.length === 1
            ? ['asked', ...result.offers.map(({ choice }) => choice.id)]
            : result.offers.map(({ choice }) => choice.id);
    expect(told).toEqual(expected);
  });
});
