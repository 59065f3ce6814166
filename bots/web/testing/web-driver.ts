import { randomUUID } from 'node:crypto';
import type { Bot, Inbox } from '../../../core/channel/channel.ts';
import type { ChannelEvent } from '../../../core/channel/event.ts';
import type {
  DriverPerson,
  DriverPlace,
  DriverWords,
  Harness,
  PlatformDriver,
} from '../../../core/channel/testing/driver.ts';
import type { TestDatabase } from '../../../core/testing/test-database.ts';
import { BOT } from '../stored.ts';
import { wake } from '../wake.ts';
import type { WebRooms } from '../web-rooms.ts';
import type { HistoryView, MessageView } from '../wire.ts';
import { fromPage, messageForm, tryRooms } from './try-rooms.ts';

/** People in the rooms, who do everything through the routes that the page uses. */
class WebDriver implements PlatformDriver {
  readonly #database: TestDatabase;
  readonly #rooms: WebRooms;
  #lastTaken: ChannelEvent | null = null;

  constructor(database: TestDatabase, rooms: WebRooms) {
    this.#database = database;
    this.#rooms = rooms;
  }

  async group(title: string): Promise<DriverPlace> {
    const room = await this.#database.db.webRoom.create({ data: { id: randomUUID(), title } });
    return { externalId: room.id };
  }

  async person(name: string): Promise<DriverPerson> {
    const persona = await this.#database.db.webPersona.create({ data: { name, rooms: [] } });
    const { id } = persona;
    await this.#database.db.webRoom.create({ data: { id, title: name, kind: 'direct', personaId: id } });
    return { externalId: id, name };
  }

  async join(person: DriverPerson, group: DriverPlace): Promise<void> {
    await this.#database.db.webPersona.update({
      where: { id: person.externalId },
      data: { rooms: { push: group.externalId } },
    });
  }

  direct(person: DriverPerson): Promise<DriverPlace> {
    return Promise.resolve({ externalId: person.externalId });
  }

  mention(text: string): string {
    return `@邻里 ${text}`;
  }

  async say(person: DriverPerson, place: DriverPlace, words: DriverWords): Promise<string[]> {
    const fields = {
      personaId: person.externalId,
      text: words.text ?? '',
      replyToId: words.replyToId ?? '',
      clientKey: randomUUID(),
    };
    const files = (words.photos ?? []).map((bytes, index) => ({ name: `${index}.png`, bytes }));
    const request = new Request('http://rooms', { method: 'POST', body: messageForm(fields, files) });
    const answer = await this.#rooms.server.inject({
      method: 'POST',
      url: `/api/rooms/${place.externalId}/messages`,
      headers: { ...fromPage, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
    if (answer.statusCode !== 201) throw new Error(`not said: ${answer.statusCode}`);
    return [answer.json<MessageView>().id];
  }

  async seen(place: DriverPlace) {
    const messages = await this.#history(place);
    return messages
      .filter((message) => message.personaId === null && !message.recalled)
      .map((message) => ({
        messageId: message.id,
        text: message.text,
        replyToId: message.replyTo?.id ?? null,
        buttons: message.choices.map((row) => row.map((choice) => choice.label)),
        files: message.attachments.length,
      }));
  }

  async botReactions(place: DriverPlace, messageId: string): Promise<string[]> {
    const message = await this.#message(place, messageId);
    return Object.keys(message.reactions).filter((emoji) => message.reactions[emoji]?.includes(BOT));
  }

  async vanish(_place: DriverPlace, messageId: string): Promise<void> {
    await this.#database.db.webMessage.update({
      where: { id: BigInt(messageId) },
      data: { text: '', recalledAt: new Date() },
    });
  }

  edit(person: DriverPerson, _place: DriverPlace, messageId: string, text: string): Promise<void> {
    return this.#post(`/api/messages/${messageId}/edit`, person, { text });
  }

  recall(person: DriverPerson, _place: DriverPlace, messageId: string): Promise<void> {
    return this.#post(`/api/messages/${messageId}/recall`, person, {});
  }

  async react(person: DriverPerson, place: DriverPlace, messageId: string, emoji: readonly string[]): Promise<void> {
    const { reactions } = await this.#message(place, messageId);
    const now = Object.keys(reactions).filter((one) => reactions[one]?.includes(person.externalId));
    const toggled = [...now.filter((one) => !emoji.includes(one)), ...emoji.filter((one) => !now.includes(one))];
    for (const one of toggled) await this.#post(`/api/messages/${messageId}/react`, person, { emoji: one });
  }

  async press(person: DriverPerson, place: DriverPlace, messageId: string, label: string): Promise<void> {
    const { choices } = await this.#message(place, messageId);
    const choiceId = choices.flat().find((choice) => choice.label === label)?.id;
    await this.#post(`/api/messages/${messageId}/press`, person, { choiceId });
  }

  addBot(group: DriverPlace, by: DriverPerson): Promise<void> {
    return this.#post(`/api/rooms/${group.externalId}/bot`, by, { present: true });
  }

  removeBot(group: DriverPlace, by: DriverPerson): Promise<void> {
    return this.#post(`/api/rooms/${group.externalId}/bot`, by, { present: false });
  }

  rename(group: DriverPlace, by: DriverPerson, title: string): Promise<void> {
    return this.#post(`/api/rooms/${group.externalId}/title`, by, { title });
  }

  /** Sees what the bot hands over, so that it can be delivered again. */
  watch(bot: Bot): Bot {
    const note = (inbox: Inbox): Inbox => ({
      receive: async (event) => {
        this.#lastTaken = event;
        await inbox.receive(event);
      },
    });
    return { channel: bot.channel, start: (inbox) => bot.start(note(inbox)), stop: () => bot.stop() };
  }

  async redeliver(): Promise<void> {
    const event = this.#lastTaken;
    if (!event) throw new Error('nothing was delivered yet');
    await this.#database.db.webUpdate.create({ data: { roomId: event.conversation.externalId, payload: event } });
    await wake(this.#database.db, { type: 'update' });
  }

  async #post(url: string, person: DriverPerson, body: object): Promise<void> {
    const answer = await this.#rooms.server.inject({
      method: 'POST',
      url,
      headers: fromPage,
      payload: { ...body, personaId: person.externalId },
    });
    if (answer.statusCode !== 204) throw new Error(`not done: ${url} ${answer.statusCode}`);
  }

  async #history(place: DriverPlace): Promise<MessageView[]> {
    const answer = await this.#rooms.server.inject({
      url: `/api/rooms/${place.externalId}/messages`,
      headers: fromPage,
    });
    return answer.json<HistoryView>().messages;
  }

  async #message(place: DriverPlace, messageId: string): Promise<MessageView> {
    const message = (await this.#history(place)).find((one) => one.id === messageId);
    if (!message) throw new Error('no such message');
    return message;
  }
}

/** The rooms with people in them, for the conformance suite. The database is shared: every test has rooms of its own. */
export async function createWebHarness(database: TestDatabase): Promise<Harness> {
  // What a test left unheard is not the next one's.
  await database.db.webUpdate.deleteMany();
  const rooms = tryRooms(database);
  const sender = tryRooms(database);
  const driver = new WebDriver(database, rooms);
  return {
    driver,
    channel: sender.channel,
    bot: () => Promise.resolve(driver.watch(rooms.bot)),
    close: async () => {
      await rooms.close();
      await sender.close();
    },
  };
}
