/** What tells whether, and from when on, a version holds. */
export interface VersionDates {
  version: number;
  takesEffectAt: Date;
  approvedAt: Date | null;
  withdrawnAt: Date | null;
}

/** `coming`: approved, and its day has not come. `past`: another one has taken its place. */
export type VersionStanding = 'proposed' | 'coming' | 'in_force' | 'past' | 'withdrawn';

/** Of two approved versions whose time has come, the one with the later date holds; with the same date, the higher number. */
export const byEffect = (a: VersionDates, b: VersionDates): number =>
  a.takesEffectAt.getTime() - b.takesEffectAt.getTime() || a.version - b.version;

/**
 * The version that held at an instant, or will by what is approved today. Exactly at the instant at which a version takes effect it
 * holds. One that was approved only after its date holds from the approval on. Null before the community was founded.
 */
export function versionInForce<V extends VersionDates>(versions: readonly V[], at: Date): V | null {
  const approved = versions.filter(
    ({ approvedAt, withdrawnAt, takesEffectAt }) =>
      approvedAt !== null && approvedAt <= at && withdrawnAt === null && takesEffectAt <= at,
  );
  return approved.toSorted(byEffect).at(-1) ?? null;
}

/** How a version stands among all of its community. */
export function standingOf(version: VersionDates, all: readonly VersionDates[], now: Date): VersionStanding {
  if (version.withdrawnAt !== null) return 'withdrawn';
  if (version.approvedAt === null) return 'proposed';
  if (version.takesEffectAt > now) return 'coming';
  return versionInForce(all, now)?.version === version.version ? 'in_force' : 'past';
}

/** Whether approving the version now could never make it hold: one with a later date holds already. */
export function isOvertaken(version: VersionDates, all: readonly VersionDates[], now: Date): boolean {
  const present = versionInForce(all, now);
  return version.takesEffectAt <= now && present !== null && byEffect(version, present) < 0;
}
