import type { Message, MessageEntity } from 'telegraf/types';
import type { Self } from './self.ts';

export interface Words {
  text: string;
  /** The bot's name is in the words: `@bot`, a mention of its account, or `/command@bot`. */
  mentionsUs: boolean;
  /** `/command@another_bot`: said to somebody else. */
  forAnotherBot: boolean;
}

/**
 * The words of a message or the caption of a photo, as written, except that the bot's own name is taken off a command
 * (`/status@our_bot` is `/status`): Telegram's apps add it in groups, and core does not know the name.
 */
export function wordsOf(message: Message, self: Self): Words {
  if ('text' in message) return read(message.text, message.entities ?? [], self);
  if ('caption' in message && message.caption) return read(message.caption, message.caption_entities ?? [], self);
  return { text: otherWords(message), mentionsUs: false, forAnotherBot: false };
}

function read(text: string, entities: readonly MessageEntity[], self: Self): Words {
  const ourName = `@${self.username}`.toLowerCase();
  const words: Words = { text, mentionsUs: false, forAnotherBot: false };
  for (const entity of entities) {
    const said = text.slice(entity.offset, entity.offset + entity.length);
    if (entity.type === 'mention' && said.toLowerCase() === ourName) words.mentionsUs = true;
    if (entity.type === 'text_mention' && entity.user.id === self.id) words.mentionsUs = true;
    if (entity.type !== 'bot_command' || entity.offset !== 0) continue;
    const at = said.indexOf('@');
    if (at === -1) continue;
    if (said.slice(at).toLowerCase() !== ourName) words.forAnotherBot = true;
    else Object.assign(words, { mentionsUs: true, text: said.slice(0, at) + text.slice(entity.length) });
  }
  return words;
}

/** What else people send that says something. */
function otherWords(message: Message): string {
  if ('venue' in message) return `${message.venue.title}, ${message.venue.address}`;
  if ('poll' in message) return message.poll.question;
  return '';
}
