/** A mistake or a doubt, at the place of the file that is to be mended. Lines and columns count from 1. */
export interface PolicyMistake {
  line: number;
  column: number;
  /** As people write it: `limits.repair-answer.within`; empty for the whole file. */
  path: string;
  message: string;
  /** What to write instead. */
  mend: string;
}
