import type { Wechaty } from 'wechaty';
import type { Puppet } from 'wechaty-puppet';

/** A wechaty instance around one puppet, made but not started. It serves for one connection only. */
export interface OpenedPuppet {
  wechaty: Pick<Wechaty, 'start' | 'on'>;
  puppet: Puppet;
  /** After a time without hearing, the puppet hands out everything that was said meanwhile. */
  keepsHistory: boolean;
  /** Ends it. May take as long as the platform lets it. */
  close(): Promise<void>;
}

/** @throws when the puppet cannot even be made */
export type OpenPuppet = () => Promise<OpenedPuppet>;
