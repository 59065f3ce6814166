import type { Database } from '../../database.ts';
import { communityInForce } from '../../people/communities.ts';
import { serviceCalendar } from '../time/calendar.ts';
import type { Policy } from '../policy.ts';
import { calledBy, readTheOffice } from './office.ts';
import { readStories } from './read-stories.ts';
import { replayTicket } from './replay-ticket.ts';
import { startTally, type Tally } from './tally.ts';

export interface Simulated {
  tickets: number;
  present: Tally;
  proposed: Tally;
  /** Names of persons who are called in it. */
  names: ReadonlyMap<string, string>;
}

/**
 * Replays the tickets that a community opened from `from` up to `to` under the policy that is in force now and under another
 * one, up to `now`. People are taken as they were: neither answers sooner because it is reminded sooner. Reads only.
 */
export async function simulate(
  db: Database,
  communityId: string,
  proposed: Policy,
  period: { from: Date; to: Date },
  now: Date,
): Promise<Simulated> {
  const { from, to } = period;
  const community = await communityInForce(db, communityId, now);
  const office = await readTheOffice(db, community, from, now);
  const until = now;
  const trials = [community.policy, proposed].map((policy) => ({
    policy,
    calendar: serviceCalendar(policy, community.timeZone),
    tally: startTally(from, to),
  }));
  let tickets = 0;
  for await (const stories of readStories(db, communityId, from, to)) {
    tickets += stories.length;
    for (const story of stories) {
      for (const { policy, calendar, tally } of trials) {
        tally.add(replayTicket(story, policy, calendar, until), (call) => calledBy(office, policy, story, call));
      }
    }
  }
  const [present, other] = trials.map(({ tally }) => tally.sum());
  if (!present || !other) throw new Error('two policies are compared');
  return { tickets, present, proposed: other, names: await namesOf(db, [present, other]) };
}

async function namesOf(db: Database, tallies: readonly Tally[]): Promise<Map<string, string>> {
  const ids = tallies.flatMap(({ perPerson }) =>
    Object.values(perPerson).flatMap(({ most }) => most.map(({ personId }) => personId)),
  );
  const people = await db.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}
