/** That somebody is away: from an instant up to the first one at which they are back. */
export interface Absence {
  personId: string;
  fromAt: Date;
  untilAt: Date;
}

/** Whether somebody is away at an instant. At the very instant at which they are back they are not. */
export const isAbsent = (absences: readonly Absence[], personId: string, at: Date): boolean =>
  backAt(absences, personId, at) !== null;

/** When somebody who is away at an instant is back, absences that follow on each other taken as one; null if they are not away. */
export function backAt(absences: readonly Absence[], personId: string, at: Date): Date | null {
  let back: Date | null = null;
  for (;;) {
    const since: Date = back ?? at;
    const holding = absences.filter((one) => one.personId === personId && one.fromAt <= since && one.untilAt > since);
    if (holding.length === 0) return back;
    back = new Date(Math.max(...holding.map(({ untilAt }) => untilAt.getTime())));
  }
}
