import { GroupMemory, type RememberedMatter } from '../memory.ts';
import { understand } from '../understand.ts';
import type { GroupSetting, HeardMessage, Understand } from '../understanding.ts';

/** What linli would have made of a chat: every message understood in the light of those before it, as when it came. */
export function replayChat(
  messages: readonly HeardMessage[],
  setting: GroupSetting,
  understands: Understand = understand,
): RememberedMatter[] {
  const memory = new GroupMemory(setting);
  for (const message of messages) memory.hear(message, understands(message, memory.context(message.at)));
  return memory.toTickets();
}
