/** Shorter than this, nobody can have noticed: a gateway that is started anew takes as long. */
const SHORT_MS = 5_000;

/**
 * Whether a stretch without hearing is told. A short one is not, unless the platform had ended the session (then it may have
 * kept things from us for longer than we know), something was said in it that was fetched, or something is lost that we were told
 * of.
 */
export function isTold(gap: { from: Date; until: Date; fetched: number; loggedOut: boolean; lost: boolean }): boolean {
  return gap.loggedOut || gap.lost || gap.fetched > 0 || gap.until.getTime() - gap.from.getTime() >= SHORT_MS;
}
