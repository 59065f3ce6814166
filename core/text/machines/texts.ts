/** A source of machines in a list; instants are in words. */
export interface SourceLine {
  name: string;
  revoked: boolean;
  /** When it last reported; null: never. */
  last: string | null;
  /** In the last day. */
  reports: number;
}

/** Devices that report (P10h); a part of `Texts`. */
export interface MachineTexts {
  /** What a ticket is about that a device opened. `said`: the device's own words, maybe none. */
  machineSummary(device: string, said: string): string;
  /** One line on the card: how often it alarmed, and whether the device says that all is well again. */
  alarmNote(count: number, cleared: boolean): string;
  /** To staff, under the card: the device says that all is well again; a person has to see. */
  machineCleared(code: string, device: string): string;
  /** The secret is shown this once; `example` is a command to try it. */
  sourceAdded(name: string, address: string, secret: string, example: string): string;
  sourceRenewed(name: string, address: string, secret: string, example: string): string;
  sourceRevoked(name: string): string;
  sourceRemapped(name: string): string;
  /** `mend`: what is wrong with the mapping, in English, as programs say it. */
  sourceMappingWrong(mend: string): string;
  /** Another source has this name. */
  sourceTaken(name: string): string;
  sourceUnknown(name: string, known: string[]): string;
  sources(lines: SourceLine[]): string;
  noSources(): string;
  sourceHow(): string;
  /** Secrets are shown in the direct chat only. */
  sourceInPrivate(): string;
}
