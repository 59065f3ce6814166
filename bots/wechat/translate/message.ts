import type { payloads } from 'wechaty-puppet';
import type { EventAttachment } from '../../../core/channel/event.ts';
import type { Quote, Said } from '../said.ts';
import { readCard } from './card.ts';
import { attachmentOf } from './file-kind.ts';
import { mentionsUs } from './mention.ts';
import { messageType } from './message-type.ts';
import { noticeIn, platformNotice, recalledMessage, systemMessage } from './notice.ts';
import { withPlainSpaces } from './plain.ts';
import { readQuote } from './quote.ts';
import { referredQuote } from './referred-quote.ts';
import { placeIn, placeWithMap, sharedWords } from './shared.ts';
import { inner, readXml, type Xml } from './xml.ts';

/** Ourselves, as a session knows us: by id, and by every name under which we may be mentioned. */
export interface OurNames {
  id: string;
  names: readonly string[];
}

/**
 * What a message says, in the desk's words. Puppets deliver the same thing in several ways (as words, as the platform's XML, as
 * JSON, under another type); what a message is decides, and the type only where it does not say. Never throws, and what cannot be
 * read is handed on as it was written.
 */
export function readMessage(payload: payloads.Message, self: OurNames): Said {
  const text = writtenText(payload);
  const document = text.includes('<') || text.includes('&lt;') ? readXml(text) : null;
  const system = inner(document, 'sysmsg');
  if (system) return systemMessage(system);
  const app = inner(document, 'msg', 'appmsg') ?? inner(document, 'appmsg');
  if (app) return cardMessage(payload, app, self);

  switch (messageType(payload.type)) {
    case 'photo':
      return carries('photo', payload.filename ?? null);
    case 'voice':
      return carries('voice', payload.filename ?? null);
    case 'video':
      return carries('video', payload.filename ?? null);
    case 'sticker':
      return carries('sticker', payload.filename ?? null);
    case 'file':
      return carries('file', nameOfFile(payload, text));
    case 'link':
      return says(sharedWords('链接', text));
    case 'mini_program':
      return says(sharedWords('小程序', text));
    case 'location':
      return says(placeIn(document) ?? placeWithMap(text) ?? sharedWords('位置', text));
    case 'bundle':
      return says(text, { forwarded: true });
    case 'recall':
      return recalledMessage(text);
    case 'contact_card':
    case 'transfer':
    case 'red_packet':
      return { kind: 'nothing', why: messageType(payload.type) };
    case 'system':
      return platformNotice(text);
    case 'words':
      return writtenMessage(payload, text, self);
  }
}

function writtenMessage(payload: payloads.Message, text: string, self: OurNames): Said {
  const notice = noticeIn(text);
  if (notice) return notice;
  const place = placeWithMap(text);
  if (place) return says(place);
  const quoted = readQuote(text);
  const id = quotedId(payload);
  if (text === '' && id === null) return { kind: 'nothing', why: 'unknown' };
  const quote = quoted ? { ...quoted.quote, id } : id === null ? null : { id, name: null, text: '' };
  return addressed(payload, quoted?.text ?? text, quote, self);
}

function cardMessage(payload: payloads.Message, app: Xml, self: OurNames): Said {
  const card = readCard(app);
  if (card.kind === 'nothing') return card;
  if (card.kind === 'file') return carries('file', card.name ?? nameOfFile(payload, ''));
  if (card.forwarded) return says(card.text, { forwarded: true });
  const quote = referredQuote(app);
  // A card that says nothing was damaged on its way: better all of it than none.
  if (card.text === '' && quote === null) return says(writtenText(payload));
  return addressed(payload, card.text, quote, self);
}

function addressed(payload: payloads.Message, text: string, quote: Quote | null, self: OurNames): Said {
  const ids = 'mentionIdList' in payload && Array.isArray(payload.mentionIdList) ? payload.mentionIdList : [];
  return says(withPlainSpaces(text), { quote, toBot: mentionsUs(text, ids, self) });
}

/** Without the writer's id, which some puppets leave in front of what was said in a group. */
function writtenText(payload: payloads.Message): string {
  const text = typeof payload.text === 'string' ? payload.text : '';
  const prefix = `${payload.talkerId}:\n`;
  return payload.talkerId && text.startsWith(prefix) ? text.slice(prefix.length) : text;
}

/** The id that some puppets (of WeCom) give besides what the common contract knows. */
function quotedId(payload: payloads.Message): string | null {
  const id: unknown = 'quoteId' in payload ? payload.quoteId : null;
  return typeof id === 'string' && id !== '' ? id : null;
}

function nameOfFile(payload: payloads.Message, text: string): string | null {
  if (payload.filename) return payload.filename;
  return /^[^\n<>]{1,200}\.[A-Za-z0-9]{1,8}$/.test(text) ? text : null;
}

function carries(kind: EventAttachment['kind'], name: string | null): Said {
  return says('', { attachment: attachmentOf(kind, name) });
}

type Words = Extract<Said, { kind: 'words' }>;

function says(text: string, more: Partial<Omit<Words, 'kind' | 'text'>> = {}): Words {
  return { kind: 'words', text, quote: null, attachment: null, forwarded: false, toBot: false, ...more };
}
