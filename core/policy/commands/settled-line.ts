import { textsFor } from '../../text/texts-for.ts';
import type { Settled } from '../versions/settle.ts';

/**
 * What came of approving or taking back, for whoever typed the command.
 * @param when an instant as the community's wall shows it
 */
export function settledLine(
  settled: Settled,
  by: string,
  when: (at: Date) => string,
): { line: string; isDone: boolean } {
  const texts = textsFor('en');
  switch (settled.kind) {
    case 'approved': {
      const { version, takesEffectAt, movesRunning } = settled.version;
      const moved = settled.moved ? ` ${settled.moved} are counted anew already.` : '';
      const scope = movesRunning ? `open tickets, too.${moved}` : 'tickets opened from then on.';
      const from = takesEffectAt <= (settled.version.approvedAt ?? takesEffectAt) ? 'now' : `at ${when(takesEffectAt)}`;
      return { line: `Version ${version} is approved by ${by} and takes effect ${from}, for ${scope}`, isDone: true };
    }
    case 'taken_back':
      return { line: `Version ${settled.version.version} was taken back by ${by}.`, isDone: true };
    case 'over':
      return { line: texts.versionOver(settled.version, settled.standing), isDone: false };
    case 'own':
      return {
        line: `${by} proposed version ${settled.version}, and there is another manager, who may approve it.`,
        isDone: false,
      };
    case 'overtaken':
      return { line: texts.versionOvertaken(settled.version), isDone: false };
    case 'not_allowed':
      return {
        line: `Nobody of the managers or the committee is known by the name of ${by}, or several are. Nothing was changed.`,
        isDone: false,
      };
    case 'unknown':
      return {
        line: 'There is no such version; "linli policy versions" shows them. Nothing was changed.',
        isDone: false,
      };
  }
}
