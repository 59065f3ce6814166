import type { payloads } from 'wechaty-puppet';
import type {
  DriverPerson,
  DriverPlace,
  DriverWords,
  PlatformDriver,
  SeenMessage,
} from '../../../core/channel/testing/driver.ts';
import type { Happening } from '../happening.ts';
import { quoteFits } from '../translate/quotes-same.ts';
import { readQuote } from '../translate/quote.ts';
import type { SaidByBot, World } from './world.ts';

/** How quotes reach a bot: as older apps write them, or as what today's apps send. */
export type QuoteShape = 'text' | 'appmsg';

/** Resolves when the next such thing of a group is heard. */
export type Heard = (type: Happening['type'], puppetRoomId: string) => Promise<void>;

/** People in WeChat, for the conformance suite. */
export class WechatDriver implements PlatformDriver {
  readonly #world: World;
  readonly #heard: Heard;
  readonly #quotes: QuoteShape;
  /** What was said in a place by anybody, by id. */
  readonly #said = new Map<string, string[]>();

  /** `heard` resolves when our account heard of something in a group; what happens there is told to nobody before. */
  constructor(world: World, quotes: QuoteShape, heard: Heard) {
    this.#world = world;
    this.#heard = heard;
    this.#quotes = quotes;
  }

  async group(title: string): Promise<DriverPlace> {
    return { externalId: await this.#world.room({ topic: title }) };
  }

  async person(name: string): Promise<DriverPerson> {
    return { externalId: await this.#world.contact({ name }), name };
  }

  join(person: DriverPerson, group: DriverPlace): Promise<void> {
    return this.#world.seat(group.externalId, [person.externalId]);
  }

  /** A chat with a friend is there without a word. */
  direct(person: DriverPerson): Promise<DriverPlace> {
    return Promise.resolve({ externalId: person.externalId });
  }

  mention(text: string): string {
    return `@${this.#world.selfName}\u2005${text}`;
  }

  async say(person: DriverPerson, place: DriverPlace, words: DriverWords): Promise<string[]> {
    const who = {
      from: person.externalId,
      ...(place.externalId === person.externalId ? {} : { in: place.externalId }),
    };
    const ids: string[] = [];
    for (const [index, bytes] of (words.photos ?? []).entries()) {
      const file = { kind: 'photo' as const, name: `${index}.png`, bytes };
      ids.push(await this.#world.say({ ...who, file }));
    }
    if (words.text !== undefined) {
      const text = words.replyToId === undefined ? words.text : await this.#quoting(place, words.replyToId, words.text);
      const mentions = words.text.startsWith(`@${this.#world.selfName}`) ? [this.#world.selfId()] : [];
      ids.push(await this.#world.say({ ...who, text, mentions: this.#quotes === 'appmsg' ? mentions : [] }));
    }
    this.#said.set(place.externalId, [...(this.#said.get(place.externalId) ?? []), ...ids]);
    return ids;
  }

  /** A photo and the words that follow it are read as one: WeChat has no words under a photo. */
  async seen(place: DriverPlace): Promise<SeenMessage[]> {
    const seen: SeenMessage[] = [];
    let files = 0;
    let lastFileId = '';
    for (const message of await this.#world.saidByBot(place.externalId)) {
      if (message.recalled) continue;
      if (message.file) {
        files += 1;
        lastFileId = message.messageId;
        continue;
      }
      seen.push(await this.#shown(place, message, files));
      files = 0;
    }
    if (files > 0) seen.push({ messageId: lastFileId, text: '', replyToId: null, buttons: [], files });
    return seen;
  }

  vanish(_place: DriverPlace, messageId: string): Promise<void> {
    return this.#world.vanish(messageId);
  }

  redeliver(): Promise<void> {
    return this.#world.redeliver();
  }

  async recall(_person: DriverPerson, _place: DriverPlace, messageId: string): Promise<void> {
    await this.#world.recall(messageId);
  }

  addBot(group: DriverPlace, by: DriverPerson): Promise<void> {
    return this.#world.join(group.externalId, [this.#world.selfId()], by.externalId);
  }

  /** That it is out is known to a process that holds the account as soon as it has heard so, whether a bot listens or not. */
  async removeBot(group: DriverPlace, by: DriverPerson): Promise<void> {
    const heard = this.#heard('room_leave', group.externalId);
    await this.#world.leave(group.externalId, this.#world.selfId(), by.externalId);
    await heard;
  }

  rename(group: DriverPlace, by: DriverPerson, title: string): Promise<void> {
    return this.#world.rename(group.externalId, title, by.externalId);
  }

  block(person: DriverPerson): Promise<void> {
    return this.#world.refuseIn(person.externalId, '开启了朋友验证，你还不是他（她）朋友。请先发送朋友验证请求');
  }

  breakDown(): Promise<void> {
    return this.#world.breakSends('internal error');
  }

  logOut(): Promise<void> {
    return this.#world.logout();
  }

  async #quoting(place: DriverPlace, messageId: string, reply: string): Promise<string> {
    const quoted = await this.#world.message(messageId);
    if (!quoted) throw new Error(`nothing to quote: ${messageId}`);
    const name = await this.#world.nameIn(place.externalId, quoted.talkerId ?? '');
    return this.#quotes === 'text' ? asText(name, quoted, reply) : asAppMessage(name, quoted, reply);
  }

  async #shown(place: DriverPlace, { messageId, text }: SaidByBot, files: number): Promise<SeenMessage> {
    const read = readQuote(text);
    if (!read) return { messageId, text, replyToId: null, buttons: [], files };
    const replyToId = await this.#meant(place, read.quote);
    return { messageId, text: read.text, replyToId, buttons: [], files };
  }

  async #meant(place: DriverPlace, quote: NonNullable<ReturnType<typeof readQuote>>['quote']): Promise<string | null> {
    for (const id of (this.#said.get(place.externalId) ?? []).toReversed()) {
      const message = await this.#world.message(id);
      if (!message) continue;
      const senderName = await this.#world.nameIn(place.externalId, message.talkerId ?? '');
      if (quoteFits(quote, { senderName, text: message.text ?? '' })) return id;
    }
    return null;
  }
}

function asText(name: string, { text }: payloads.Message, reply: string): string {
  return `「${name}：${text ?? ''}」\n- - - - - - - - - - - - - - -\n${reply}`;
}

/** As WeChat for Android sends it. */
function asAppMessage(name: string, { id, talkerId, text }: payloads.Message, reply: string): string {
  return `<?xml version="1.0"?>
<msg>
	<appmsg appid="" sdkver="0">
		<title>${escaped(reply)}</title>
		<des />
		<action />
		<type>57</type>
		<refermsg>
			<type>1</type>
			<svrid>${escaped(id)}</svrid>
			<fromusr>${escaped(talkerId ?? '')}</fromusr>
			<displayname>${escaped(name)}</displayname>
			<content>${escaped(text ?? '')}</content>
		</refermsg>
	</appmsg>
</msg>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
