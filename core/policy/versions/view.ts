import type { PolicyVersion } from '../../../prisma/generated/client.ts';
import type { Texts } from '../../text/texts.ts';
import type { VersionLine, VersionView } from '../../text/versions/texts.ts';
import { standingOf } from './standing.ts';

interface Here {
  texts: Texts;
  now: Date;
  timeZone: string;
}

/** A version as sentences say it. Its date is left out where it has come: it holds as soon as it is approved. */
export function versionView(version: PolicyVersion, { texts, now, timeZone }: Here): VersionView {
  const { takesEffectAt, proposedByName, reason, movesRunning } = version;
  return {
    version: version.version,
    from: takesEffectAt > now ? texts.when(takesEffectAt, now, timeZone) : null,
    proposedBy: proposedByName,
    reason,
    movesRunning,
  };
}

/** All versions of a community as a list shows them, newest first. */
export function versionLines(all: readonly PolicyVersion[], here: Here): VersionLine[] {
  return all
    .toSorted((a, b) => b.version - a.version)
    .map((version) => ({
      ...versionView(version, here),
      from: here.texts.when(version.takesEffectAt, here.now, here.timeZone),
      standing: standingOf(version, all, here.now),
      approvedBy: version.approvedByName,
    }));
}
