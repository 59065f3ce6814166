import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitText } from './split-text.ts';

describe('a text that is too long for one message', () => {
  it.each([
    { told: 'fits exactly', text: 'abcdef', limit: 6, parts: ['abcdef'] },
    { told: 'is one character too long', text: 'abcdefg', limit: 6, parts: ['abcdef', 'g'] },
    { told: 'is cut at the last line end that fits', text: 'ab\ncd\nefg', limit: 6, parts: ['ab\ncd', 'efg'] },
    { told: 'is cut at a line end right behind the limit', text: 'abc\ndef', limit: 3, parts: ['abc', 'def'] },
    { told: 'without line ends is cut at a space', text: 'ab cd ef', limit: 6, parts: ['ab cd', 'ef'] },
    { told: 'is never cut through an emoji', text: 'ab🛗cd', limit: 3, parts: ['ab', '🛗c', 'd'] },
    { told: 'keeps empty lines within a part', text: 'a\n\nb', limit: 6, parts: ['a\n\nb'] },
    { told: 'leaves out what has no words', text: 'abc\n   \n', limit: 3, parts: ['abc'] },
    { told: 'has no words at all', text: ' \n ', limit: 6, parts: [] },
    { told: 'is empty', text: '', limit: 6, parts: [] },
  ])('$told', ({ text, limit, parts }) => {
    expect(splitText(text, limit)).toEqual(parts);
  });

  it('loses nothing but white space, whatever it says, and no part is too long', () => {
    const bare = (text: string): string => text.replaceAll(/\s/g, '');
    const line = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.integer({ min: 2, max: 60 }), (lines, limit) => {
        const text = lines.join('\n');
        const parts = splitText(text, limit);
        expect(parts.every((part) => part.length <= limit && !/[\ud800-\udbff]$/.test(part))).toBe(true);
        expect(bare(parts.join(''))).toBe(bare(text));
      }),
    );
  });
});
