import type { Channel, Window } from '../channel/channel.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database.ts';
import { AccountPlaces, type Place, type PlacesBooked } from './account-places.ts';
import { channelKey } from './outgoing-files.ts';

/** Keeps `Pace.perAccount` of accounts that any number of processes speak for. */
export interface AccountPace {
  /**
   * Resolves when it is the word's turn; whoever is told to go must send at once.
   *
   * @param word its priority (of those that wait in this process, what somebody waits for goes first), and as how many messages it counts
   */
  take(
    channel: Pick<Channel, 'name' | 'account' | 'pace'>,
    word: { priority: number; messages: number },
  ): Promise<Place>;
}

/**
 * A message may reach the platform so much later than its place, and no window is broken: places are as far apart as if the window were so
 * much longer. At 30 in a second that is 28.8 in a second.
 */
export const LATENESS_MS = 40;

/** How far apart the places of an account are, on average. */
export const spacingOf = ({ count, windowMs }: Window): number => (windowMs + LATENESS_MS) / count;

/**
 * The places of an account are instants on one line, evenly spaced, kept in one row of the database (`ChannelAccount.nextWordAt`). A process
 * books the next place when somebody waits in it, sleeps until then, and gives the place to the word that is worth most by then: so a process
 * has one place ahead at most, an answer waits for no more than a place of every process, and an account that was silent has a place at once.
 * Whoever comes too late for a place, because the process or the database was slow, lets it go by and books another.
 *
 * The clocks of several machines must agree to some milliseconds, as time servers have them.
 */
export function createAccountPace({ db, clock }: { db: Database; clock: Clock }): AccountPace {
  const accounts = new Map<string, AccountPlaces>();
  return {
    take({ name, account, pace }, word) {
      const key = channelKey(name, account);
      const spacingMs = spacingOf(pace.perAccount);
      const places =
        accounts.get(key) ??
        new AccountPlaces({ clock, spacingMs, book: (from, ms) => book(db, { name, account }, from, ms) });
      accounts.set(key, places);
      return places.take(word);
    },
  };
}

/**
 * Takes the next stretch of the line, not before `from`: one statement, which holds the row for no longer and does not wait for the disk. (A server
 * that loses power loses the last bookings, and with them no more than the places of that instant.) Returns when it ends.
 */
async function book(
  db: Database,
  { name, account }: Pick<Channel, 'name' | 'account'>,
  from: Date,
  ms: number,
): Promise<PlacesBooked> {
  const once = (): Promise<{ endsAt: Date }[]> => db.$queryRaw`
    WITH hurried AS MATERIALIZED (SELECT set_config('synchronous_commit', 'off', true))
    UPDATE "ChannelAccount" SET "nextWordAt" = greatest(coalesce("nextWordAt", ${from}), ${from}) + make_interval(secs => ${ms / 1000})
    FROM hurried WHERE channel = ${name} AND account = ${account} RETURNING "nextWordAt" AS "endsAt"`;
  const [booked] = await once();
  if (booked) return booked;
  await db.channelAccount.createMany({ data: [{ channel: name, account }], skipDuplicates: true });
  const [then] = await once();
  if (!then) throw new Error(`the account ${channelKey(name, account)} was removed`);
  return then;
}
