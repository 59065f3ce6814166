import type { VersionStanding } from '../../../policy/versions/standing.ts';
import type { Texts } from '../../texts.ts';
import type { VersionTexts } from '../texts.ts';

const standings: VersionStanding[] = ['proposed', 'coming', 'in_force', 'past', 'withdrawn'];
const view = { version: 7, from: '8501', proposedBy: 'Zhou', reason: 'reasons', movesRunning: true };
const bare = { ...view, from: null, reason: '', movesRunning: false };
const mistake = { path: 'limits.x', message: 'is wrong', mend: 'write 12h' };

/** Everything that can be said about versions, with the name of the function that says it. */
export function versionTexts(texts: Texts): Record<keyof VersionTexts, string[]> {
  return {
    versionProposed: [texts.versionProposed(view, ['change']), texts.versionProposed(bare, [])],
    versionApprove: [texts.versionApprove()],
    versionApproveRunning: [texts.versionApproveRunning()],
    versionRefuse: [texts.versionRefuse()],
    versionHandedIn: [texts.versionHandedIn(7)],
    versionApproved: [texts.versionApproved(view, 'Wu', ['change']), texts.versionApproved(bare, 'Wu', [])],
    versionDecided: [texts.versionDecided(view, 3), texts.versionDecided(bare, null)],
    versionTakenBack: [texts.versionTakenBack(7, 'Wu')],
    versionOver: standings.map((standing) => texts.versionOver(7, standing)),
    versionOwn: [texts.versionOwn(7)],
    versionOvertaken: [texts.versionOvertaken(7)],
    versionUnknown: [texts.versionUnknown(7)],
    versionSame: [texts.versionSame()],
    versionInPast: [texts.versionInPast()],
    versionWrong: [texts.versionWrong([mistake])],
    versionNoSuchLine: [texts.versionNoSuchLine('inqiry', 'inquiry'), texts.versionNoSuchLine('x', null)],
    versionNoSuchDay: [texts.versionNoSuchDay('x')],
    versions: [
      texts.versions(standings.map((standing) => ({ ...view, standing, approvedBy: 'Wu' }))),
      texts.versions([{ ...bare, standing: 'proposed', approvedBy: null }]),
    ],
    versionHow: [texts.versionHow()],
  };
}
