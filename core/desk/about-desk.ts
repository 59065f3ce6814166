import type { Choosing, Scene } from './scene.ts';

/** How people speak with the desk about one kind of thing that is no ticket: notices, questionnaires, activities. */
export interface AboutDesk {
  /** Somebody chose something that a word of ours about it offered, by a press or in words. Who may not is refused quietly. */
  choose(choosing: Choosing, id: string, action: string): Promise<void>;
  /**
   * Somebody replies in words to a word of ours about it: residents, staff or managers. Returns whether it was for the desk;
   * otherwise it is heard as talk. A choice that was shown in words (a number, a label) is left alone here: it comes to `choose`.
   */
  reply(scene: Scene, id: string): Promise<boolean>;
  /** Somebody put reactions under a word of ours about it: all that they have there now. */
  react?(choosing: Choosing, id: string, emoji: readonly string[]): Promise<void>;
  /** Somebody answered a poll of the platform that asks about it: the indices of all options chosen now, none when taken back. */
  vote?(choosing: Choosing, id: string, options: readonly number[]): Promise<void>;
}
