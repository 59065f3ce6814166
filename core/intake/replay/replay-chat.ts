import { GroupMemory, type RememberedMatter } from '../memory.ts';
import { understand } from '../understand.ts';
import type { GroupSetting, HeardMessage } from '../understanding.ts';

/** What linli would have made of a chat: every message understood in the light of those before it, as when it came. */
export function replayChat(messages: readonly HeardMessage[], setting: GroupSetting): RememberedMatter[] {
  const memory = new GroupMemory(setting);
  for (const message of messages) memory.hear(message, understand(message, memory.context(message.at)));
  return memory.toTickets();
}
