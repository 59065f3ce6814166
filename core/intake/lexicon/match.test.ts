import { describe, expect, it } from 'vitest';
import { type ConceptName, lexicon, matchConcepts } from './match.ts';

describe('the ideas in a sentence', () => {
  it.each<{ said: string; names: ConceptName[] }>([
    { said: '3栋电梯又坏了', names: ['lift', 'fault', 'lasting'] },
    { said: '地下车库灯不亮', names: ['parking', 'light', 'fault'] },
    { said: '楼上半夜还在拖椅子', names: ['upstairs', 'noise'] },
    { said: 'the lift is stuck again', names: ['lift', 'fault', 'lasting'] },
    { said: 'water dripping from my ceiling', names: ['water', 'leak', 'home'] },
    { said: '升降机坏咗', names: ['lift', 'fault'] },
  ])('$said', ({ said, names }) => expect([...matchConcepts(said).keys()]).toEqual(expect.arrayContaining(names)));
});

it('finds a Latin word only where it stands alone', () => {
  expect(matchConcepts('we lifted the sofa').has('lift')).toBe(false);
  expect(matchConcepts('lift!').has('lift')).toBe(true);
  expect(matchConcepts('dripping').has('leak')).toBe(true);
});

it('names every word it stands on', () => {
  expect(matchConcepts('漏水 漏水').get('leak')).toEqual(['漏水', '漏', '漏水', '漏']);
});

it('holds words only as normalising leaves them', () => {
  for (const { words } of Object.values(lexicon)) expect(words).toBe(words.toLowerCase());
});

it('finds a number only from its beginning', () => {
  expect(matchConcepts('打12345').get('anger')).toContain('12345');
  expect(matchConcepts('9812345').has('anger')).toBe(false);
});
