import { array, assert, asyncProperty, nat, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { communityInForce } from '../../people/communities.ts';
import { runStep } from '../../run-step.ts';
import type { Step } from '../../step.ts';
import { createDeskHarness, type DeskHarness } from '../../testing/desk-harness.ts';
import { castBallot } from './cast.ts';
import { fingerprint, logOf, readConsultation, termsOf } from './consultation.ts';
import { draftConsultation } from './draft.ts';
import { confirmConsultation } from './open.ts';
import { recount } from './recount.ts';

let desk: DeskHarness;
/** Two of them live in one flat. */
let voters: { id: string; householdId: string }[];

const inStep = <T>(work: (step: Step) => Promise<T>): Promise<T> => {
  const bells = { lane: () => Promise.resolve(), deadlines: () => Promise.resolve(true) };
  return runStep({ db: desk.database.db, clock: desk.clock, bells }, work);
};

beforeAll(async () => {
  desk = await createDeskHarness();
  const { db } = desk.database;
  const residents = await db.person.findMany({ where: { householdId: { not: null } }, orderBy: { id: 'asc' } });
  const [first] = residents;
  if (!first) throw new Error('nobody lives here');
  const partner = await db.person.create({
    data: {
      communityId: desk.communityId,
      name: '李叔叔',
      householdId: first.householdId,
      flatConfirmedAt: desk.clock.now(),
    },
  });
  voters = [...residents, partner].map(({ id, householdId }) => ({ id, householdId: householdId ?? '' }));
});
afterAll(() => desk.close());

async function openVote(): Promise<string> {
  const conversation = await desk.database.db.conversation.findFirstOrThrow({ where: { audience: 'managers' } });
  return inStep(async (step) => {
    const community = await communityInForce(step.tx, desk.communityId, step.now);
    const [by] = voters;
    const who = { personId: by?.id ?? '', conversationId: conversation.id, attachmentIds: [], options: ['是', '否'] };
    const drafted = await draftConsultation(step, community, who, { kind: 'vote', title: '更换电梯', text: '说明' });
    if (drafted.kind === 'mistakes') throw new Error(JSON.stringify(drafted.mistakes));
    await confirmConsultation(step, community, {
      id: drafted.asked.id,
      by: who.personId,
      seen: fingerprint(drafted.asked),
    });
    return drafted.asked.id;
  });
}

const cast = (consultationId: string, voter: number, choice: number) =>
  inStep(async (step) => {
    const community = await communityInForce(step.tx, desk.communityId, step.now);
    const by = { consultationId, personId: voters[voter]?.id ?? '' };
    return castBallot(step, community, by, { choice, amount: null, opinion: null });
  });

describe('votes that come at the same time', () => {
  it('make one log without a gap, in which the last of every household counts', { timeout: 120_000 }, async () => {
    const said = array(tuple(nat({ max: 3 }), nat({ max: 1 })), { minLength: 2, maxLength: 12 });
    await assert(
      asyncProperty(said, async (votes) => {
        const id = await openVote();
        const outcomes = await Promise.all(votes.map(([voter, choice]) => cast(id, voter, choice)));
        const { db } = desk.database;
        const asked = await readConsultation(db, id);
        if (!asked) throw new Error('no consultation');
        const { chain, tally, entries } = recount(termsOf(asked), await logOf(db, asked));
        expect(chain.kind).toBe('intact');
        expect(entries).toBe(outcomes.filter((one) => one?.kind === 'counted').length);
        const rows = await db.ballotEntry.findMany({ where: { consultationId: id }, orderBy: { seq: 'asc' } });
        const last = new Map(rows.map(({ householdId, choice }) => [householdId, choice]));
        const count = (option: number): number => [...last.values()].filter((choice) => choice === option).length;
        expect(tally).toEqual({ voters: last.size, counts: [count(0), count(1)], pledged: 0 });
        expect(new Set(last.keys())).toEqual(new Set(votes.map(([voter]) => voters[voter]?.householdId)));
      }),
      { numRuns: 8 },
    );
  });

  it('a vote at the very instant of the end is in time, one a millisecond later is not', async () => {
    const id = await openVote();
    const { closesAt } = await desk.database.db.consultation.findUniqueOrThrow({ where: { id } });
    desk.clock.set(closesAt.toISOString());
    expect((await cast(id, 0, 0))?.kind).toBe('counted');
    desk.clock.set(new Date(closesAt.getTime() + 1).toISOString());
    expect((await cast(id, 1, 0))?.kind).toBe('over');
  });

  it('there is nothing to vote on that is a draft, or of another estate', async () => {
    expect(await cast('01900000-0000-7000-8000-000000000009', 0, 0)).toBeNull();
  });
});
