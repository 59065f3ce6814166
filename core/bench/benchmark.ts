/** A measurement that can be asked for by name. */
export type Benchmark = (options: BenchmarkOptions) => Promise<Measured>;

export interface BenchmarkOptions {
  /** How many messages at full speed; null leaves it to the benchmark. */
  messages: number | null;
  /** Told what is going on, line by line. */
  say: (line: string) => void;
}

export interface Measured {
  /** What `--json` prints. */
  figures: Record<string, number>;
  /** The same for people. */
  lines: string[];
}
