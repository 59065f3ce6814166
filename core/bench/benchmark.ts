/** A measurement that can be asked for by name. */
export type Benchmark = (options: BenchmarkOptions) => Promise<Measured | Refused>;

export interface BenchmarkOptions {
  /** Sizes that were asked for, by name (`--messages 500`); what is not there is left to the benchmark. */
  numbers: Readonly<Record<string, number>>;
  /** What else was asked for (`--postgres`). */
  flags: ReadonlySet<string>;
  /** What is to be measured on, where a folder was named. */
  folder: string | null;
  /** Told what is going on, line by line. */
  say: (line: string) => void;
}

export interface Measured {
  /** What `--json` prints. */
  figures: Record<string, number>;
  /** The same for people. */
  lines: string[];
}

/** What was asked for cannot be measured; `said` names the mistake and the mend. */
export interface Refused {
  said: string;
}
