import { dots, lines, quoted } from '../layout.ts';
import type { VersionLine, VersionTexts, VersionView } from './texts.ts';

const standings: Record<VersionLine['standing'], string> = {
  proposed: 'waits for approval',
  coming: 'approved, its day has not come',
  in_force: 'in force',
  past: 'replaced by a newer one',
  withdrawn: 'withdrawn',
};

const fromWhen = ({ from }: VersionView): string =>
  from === null ? 'to take effect as soon as it is approved' : `to take effect at ${from}`;
const since = ({ from }: VersionView): string => (from === null ? 'takes effect now' : `takes effect at ${from}`);
const why = ({ reason }: VersionView): string | null => (reason ? `because: ${quoted(reason, 200)}` : null);
const scope = (running: boolean): string =>
  running ? 'open tickets are counted anew by it, too' : 'for tickets opened from then on';

export const versions = {
  versionProposed: (version, changes) =>
    lines(
      `Service standards, version ${version.version}, proposed by ${version.proposedBy}, ${fromWhen(version)}:`,
      ...changes.map((change) => `· ${change}`),
      why(version),
      version.movesRunning && 'It was proposed for open tickets, too.',
      'It needs a manager or the committee; where there is another manager, nobody approves their own proposal.',
    ),
  versionApprove: () => 'Approve (new tickets)',
  versionApproveRunning: () => 'Approve (open ones, too)',
  versionRefuse: () => 'Refuse',
  versionHandedIn: (version) => `Version ${version} is before the managers; it takes effect once it is approved.`,
  versionApproved: (version, by, changes) =>
    lines(
      `Version ${version.version} of the service standards was approved by ${by} and ${since(version)}, ${scope(version.movesRunning)}:`,
      ...changes.map((change) => `· ${change}`),
    ),
  versionDecided: (version, moved) =>
    lines(
      `Version ${version.version} is approved and ${since(version)}, ${scope(version.movesRunning)}.`,
      moved !== null && moved > 0 && `Counted anew: ${moved}.`,
    ),
  versionTakenBack: (version, by) =>
    `Version ${version} of the service standards was taken back by ${by} and will not take effect.`,
  versionOver: (version, standing) => `Version ${version}: ${standings[standing]}. Nothing was changed.`,
  versionOwn: (version) => `Version ${version} is your own proposal; please let another manager approve it.`,
  versionOvertaken: (version) =>
    `Version ${version} has an earlier date than the one in force, so it would never hold. Nothing was changed; please propose it anew with another date.`,
  versionUnknown: (version) => `There is no version ${version}. “policy versions” shows all of them.`,
  versionSame: () => 'That is what holds then already; there is nothing to change.',
  versionInPast: () => 'That date has passed, and nothing was changed. For at once, write “from today”.',
  versionWrong: (mistakes) =>
    lines(
      'It cannot be changed so, and nothing was:',
      ...mistakes.map(({ path, message, mend }) => `· ${path}: ${message}; ${mend}`),
    ),
  versionNoSuchLine: (said, nearest) =>
    lines(
      `There is no “${quoted(said, 40)}”, and nothing was changed.`,
      nearest === null ? 'Write for example: policy inquiry 12h' : `Did you mean “${nearest}”?`,
    ),
  versionNoSuchDay: (said) =>
    `From which day is not clear (“${quoted(said, 20)}”), and nothing was changed. Write for example: from 2026-12-01, from tomorrow.`,
  versions: (all) =>
    lines(
      ...all.map((line) =>
        dots(
          `Version ${line.version}`,
          standings[line.standing],
          line.from && `from ${line.from}`,
          line.proposedBy && `proposed by ${line.proposedBy}`,
          line.approvedBy && `approved by ${line.approvedBy}`,
          line.movesRunning && 'for open tickets, too',
          why(line),
        ),
      ),
    ),
  versionHow: () =>
    lines(
      'To change it, write: policy inquiry 12h from 2026-12-01 because …',
      'Versions: policy versions. To take one back: policy withdraw 3',
    ),
} satisfies VersionTexts;
