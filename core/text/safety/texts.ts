import type { Danger } from '../../intake/danger/signs.ts';
import type { EmergencyNumbers } from '../../notices/plans/numbers.ts';

/** What somebody in danger is told at once (P5e); a part of `Texts`. */
export interface SafetyTexts {
  /**
   * What to do now, and what not to do, in short lines, the most important first, with the numbers of the country. It never says to
   * wait: whoever reads it may be the only one there.
   */
  safetyWords(danger: Danger, numbers: EmergencyNumbers): string;
}
