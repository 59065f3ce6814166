import { array, assert, constantFrom, integer, nat, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genesisOf, hashOf, hashSalt, voterOf, type BallotRecord, type Terms } from './ballot-chain.ts';
import { recount } from './recount.ts';

const salt = 'salt';
const terms: Terms = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'vote',
  title: '更换电梯',
  text: '三台电梯',
  options: ['同意', '反对', '弃权'],
  rules: {
    quorum: { share: 2, of: 3, over: false },
    majority: { share: 1, of: 2, over: true },
    base: 'votes',
    countAbstentions: true,
    yes: 0,
    abstain: 2,
  },
  goal: null,
  saltHash: hashSalt(salt),
};

function logOf(votes: readonly (readonly [string, number | null])[], of: Terms = terms): BallotRecord[] {
  let previousHash = genesisOf(of);
  return votes.map(([household, choice], index) => {
    const at = new Date(Date.UTC(2026, 10, 23, 2, 0, index)).toISOString();
    const entry = { seq: index + 1, voter: voterOf(salt, household), choice, amount: null, opinionHash: null, at };
    const chained = { ...entry, previousHash };
    previousHash = hashOf(chained);
    return { ...chained, hash: previousHash };
  });
}
const votes = array(tuple(constantFrom('a', 'b', 'c', 'd'), integer({ min: 0, max: 2 })), {
  minLength: 1,
  maxLength: 30,
});

describe('a log that is counted again', () => {
  it('counts the last vote of every household, in whatever order they came', () => {
    assert(
      property(votes, (all) => {
        const { chain, tally } = recount(terms, logOf(all));
        const last = new Map(all);
        const counts = [0, 1, 2].map((option) => [...last.values()].filter((choice) => choice === option).length);
        expect(chain.kind).toBe('intact');
        expect(tally).toEqual({ voters: last.size, counts, pledged: 0 });
      }),
    );
  });

  it('names the first entry that was changed, taken out or put in', () => {
    assert(
      property(votes, nat(), constantFrom('choice', 'voter', 'at', 'out', 'twice'), (all, pick, how) => {
        const log = logOf(all);
        const at = pick % log.length;
        const entry = log[at];
        if (!entry) return;
        const changed: Record<string, BallotRecord[]> = {
          choice: [{ ...entry, choice: ((entry.choice ?? 0) + 1) % 3 }],
          voter: [{ ...entry, voter: '0000000000000000' }],
          at: [{ ...entry, at: '2020-01-01T00:00:00.000Z' }],
          out: [],
          twice: [entry, entry],
        };
        const forged = [...log.slice(0, at), ...(changed[how] ?? []), ...log.slice(at + 1)];
        const head = log.at(-1)?.hash ?? null;
        const seq = how === 'twice' ? at + 2 : at + 1;
        expect(recount(terms, forged, head).chain).toMatchObject({ kind: 'broken', seq });
      }),
    );
  });

  it('sees that a vote was moved under another text', () => {
    const log = logOf([['a', 0]]);
    expect(recount({ ...terms, text: '六台电梯' }, log).chain).toEqual({ kind: 'broken', seq: 1, why: 'link' });
  });

  it('sees that the last entries are missing, by the hash that was published', () => {
    const log = logOf([
      ['a', 0],
      ['b', 1],
    ]);
    const head = log[1]?.hash ?? '';
    expect(recount(terms, log.slice(0, 1), head).chain).toEqual({ kind: 'broken', seq: 2, why: 'end' });
    expect(recount(terms, log, head).chain).toEqual({ kind: 'intact', head });
  });

  it('counts nobody in a vote for an opinion alone, and nobody where nothing was said', () => {
    expect(recount(terms, logOf([['a', null]])).tally).toEqual({ voters: 0, counts: [0, 0, 0], pledged: 0 });
    expect(recount(terms, []).tally.voters).toBe(0);
  });

  it('counts whoever gave an opinion where opinions are asked for', () => {
    const opinions: Terms = { ...terms, kind: 'consultation', options: [] };
    const log = logOf(
      [
        ['a', null],
        ['b', null],
        ['a', null],
      ],
      opinions,
    );
    expect(recount(opinions, log)).toMatchObject({ chain: { kind: 'intact' }, tally: { voters: 2 } });
  });
});

it('gives a household another pseudonym in every vote', () => {
  expect(voterOf('one', 'a')).not.toBe(voterOf('two', 'a'));
  expect(voterOf('one', 'a')).toBe(voterOf('one', 'a'));
});
