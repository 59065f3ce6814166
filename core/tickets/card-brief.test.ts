import { describe, expect, it } from 'vitest';
import { newsOf, type NewStep } from './card-brief.ts';

const step = (type: string, data: NewStep['data'] = {}, hasFiles = false): NewStep => ({ type, data, hasFiles });

describe('what staff hear in one line where a card cannot be changed', () => {
  it.each<[string, NewStep[], { type: string; closed: boolean; meToo: boolean } | null]>([
    ['somebody took it', [step('taken')], { type: 'taken', closed: false, meToo: false }],
    [
      'an answer that also took it',
      [step('assigned'), step('answered')],
      { type: 'answered', closed: false, meToo: false },
    ],
    ['rated, and so closed', [step('closed'), step('rated')], { type: 'rated', closed: true, meToo: false }],
    ['confirmed', [step('closed'), step('confirmed')], { type: 'confirmed', closed: true, meToo: false }],
    [
      'somebody else has it, too',
      [step('message_added', { part: 'me_too' })],
      { type: 'message_added', closed: false, meToo: true },
    ],
    [
      'somebody else has it, and tells the place',
      [step('corrected'), step('message_added', { part: 'me_too' })],
      { type: 'message_added', closed: false, meToo: true },
    ],
    ['with a picture, which is shown', [step('message_added', { part: 'me_too' }, true)], null],
    ['words that are shown', [step('message_added', { part: 'addition' })], null],
    ['the resident says that it is settled, in words that are shown', [step('settled_by_resident')], null],
    ['closed because nobody answered', [step('closed')], null],
    ['reminded', [step('reminded')], null],
    ['nothing', [], null],
  ])('%s', (_, steps, expected) => {
    const news = newsOf(steps);
    expect(news && { type: news.step.type, closed: news.closed, meToo: news.meToo }).toEqual(expected);
  });
});
