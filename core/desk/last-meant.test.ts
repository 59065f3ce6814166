import { describe, expect, it } from 'vitest';
import { lastMeant, type Meant, type WordAbout } from './last-meant.ts';
import type { TicketVerb } from './verb.ts';

const at = new Date('2026-11-23T12:00:00+08:00');
const ago = (seconds: number): Date => new Date(at.getTime() - seconds * 1000);
const hour = 3_600;

function word(code: string, seconds: number, more: Partial<WordAbout> = {}): WordAbout {
  return {
    ticketId: code,
    code,
    summary: '',
    status: 'open',
    inHand: false,
    offered: false,
    sentAt: ago(seconds),
    ...more,
  };
}

/** The code that is meant, or what is asked. */
function told(meant: Meant): string[] {
  if (meant.kind === 'one') return [meant.word.code];
  return meant.kind === 'which' ? ['which', ...meant.words.map(({ code }) => code)] : ['none'];
}

describe('a verb alone is about our last word', () => {
  it.each<[string, TicketVerb, WordAbout[], string[] | 'which' | 'none', string[]?]>([
    ['nothing was said', 'take', [], 'none'],
    ['one card', 'take', [word('A', 60)], ['A']],
    ['one card, a second old', 'take', [word('A', 1)], ['A']],
    ['the later of two, read for a while', 'take', [word('B', 60), word('A', 600)], ['B']],
    ['the other came 20 seconds ago', 'take', [word('B', 20), word('A', 600)], ['B']],
    ['the other came 19 seconds ago', 'take', [word('B', 19), word('A', 600)], 'which', ['B', 'A']],
    ['three within a moment', 'take', [word('C', 3), word('B', 4), word('A', 5)], 'which', ['C', 'B', 'A']],
    [
      'never more than three',
      'take',
      [word('D', 1), word('C', 3), word('B', 4), word('A', 5)],
      'which',
      ['D', 'C', 'B'],
    ],
    ['two words about the same one', 'take', [word('A', 3), word('A', 90)], ['A']],
    ['12 hours old', 'take', [word('A', 12 * hour)], ['A']],
    ['older', 'take', [word('A', 12 * hour + 1)], 'none'],
    ['an old one does not compete', 'take', [word('B', 5), word('A', 13 * hour)], ['B']],
    ['said within the second in which the card came', 'take', [word('A', -0.999)], ['A']],
    ['said before the card came', 'take', [word('B', -1), word('A', 90)], ['A']],
    ['the last one is closed, nothing else is there', 'done', [word('A', 60, { status: 'closed' })], ['A']],
    [
      'the last one is closed, another is open',
      'done',
      [word('B', 60, { status: 'closed' }), word('A', 90)],
      'which',
      ['A'],
    ],
    ['reopen is said of what is over', 'reopen', [word('B', 60, { status: 'closed' }), word('A', 90)], ['B']],
    [
      'the last one was taken by a colleague, another waits',
      'take',
      [word('B', 60, { status: 'accepted' }), word('A', 90)],
      'which',
      ['A'],
    ],
    ['taken over from a colleague', 'take', [word('B', 60, { status: 'accepted' })], ['B']],
    [
      'the writer works on another one, and has not taken this',
      'done',
      [word('B', 60), word('A', hour, { status: 'accepted', inHand: true })],
      'which',
      ['B', 'A'],
    ],
    [
      'the writer has this one in hand as well',
      'done',
      [word('B', 60, { status: 'accepted', inHand: true }), word('A', hour, { status: 'accepted', inHand: true })],
      ['B'],
    ],
    [
      'the writer works on another one, and takes this too',
      'take',
      [word('B', 60), word('A', hour, { status: 'accepted', inHand: true })],
      ['B'],
    ],
  ])('%s', (_, verb, words, meant, asked) => {
    expect(told(lastMeant(verb, true, words, at))).toEqual(
      typeof meant === 'string' ? [meant, ...(asked ?? [])] : meant,
    );
  });

  it('an everyday word is always asked about', () => {
    expect(told(lastMeant('done', false, [word('A', 600)], at))).toEqual(['which', 'A']);
    expect(told(lastMeant('done', false, [word('A', 60, { status: 'closed' })], at))).toEqual(['none']);
  });
});
