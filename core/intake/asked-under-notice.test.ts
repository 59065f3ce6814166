import { describe, expect, it } from 'vitest';
import { askedUnderNotice } from './asked-under-notice.ts';
import type { Act, HeardMatter } from './understanding.ts';

const matter = (kind: HeardMatter['kind']): HeardMatter => ({
  kind,
  area: 'facilities',
  urgency: 'normal',
  summary: 'x',
  sensitive: false,
  confidence: 0.5,
  place: { building: '3', unit: null, room: null, spot: null },
});
const kinds = (acts: Act[]) => acts.map((act) => ('matter' in act ? `${act.kind} ${act.matter.kind}` : act.kind));

describe('a reply to a notice', () => {
  it.each([
    ['几点来？', [], ['report inquiry']],
    ['幾點來', [], ['report inquiry']],
    ['老人取水怎么办', [], ['report inquiry']],
    ['How long?', [], ['report inquiry']],
    ['那我们怎么办', [{ kind: 'doubt', matter: matter('repair') }], ['report inquiry']],
    ['又停水？太过分了', [{ kind: 'doubt', matter: matter('complaint') }], ['report complaint']],
    ['电梯坏了，什么时候修', [{ kind: 'report', matter: matter('repair') }], ['report repair']],
    ['又停', [], []],
    ['哈哈', [], []],
    ['又停水', [{ kind: 'doubt', matter: matter('complaint') }], ['doubt complaint']],
  ] as [string, Act[], string[]][])('%s', (text, acts, expected) => {
    expect(kinds(askedUnderNotice(text, acts))).toEqual(expected);
  });

  it('is summarised in its own words, without numbers', () => {
    const [act] = askedUnderNotice('几点来？请打 13812345678', []);
    expect(act).toMatchObject({ matter: { summary: expect.not.stringContaining('13812345678') } });
  });
});
