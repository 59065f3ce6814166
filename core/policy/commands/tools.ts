import type { Database } from '../../database.ts';

/** What `linli policy …` is given. */
export interface PolicyCommandTools {
  out: (line: string) => void;
  err: (line: string) => void;
  now: () => Date;
  /** Opens the database of the configuration, also that of a desk that is running, and closes it afterwards. */
  withDatabase: <T>(work: (db: Database) => Promise<T>) => Promise<T>;
}
