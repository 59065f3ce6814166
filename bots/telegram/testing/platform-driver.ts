import type {
  DriverPerson,
  DriverPlace,
  DriverWords,
  PlatformDriver,
  SeenPoll,
} from '../../../core/channel/testing/driver.ts';
import { numberWithin } from '../message-id.ts';
import type { BotApiServer } from './bot-api-server.ts';
import type { TestGroup } from './group.ts';
import type { TestUser } from './people.ts';
import type { WireMessage, WirePoll } from './wire.ts';

/** People on the test server, for the conformance suite. */
export function createTelegramDriver(server: BotApiServer): Required<Omit<PlatformDriver, 'recall'>> {
  const groups = new Map<string, TestGroup>();
  const users = new Map<string, TestUser>();

  const groupOf = (place: DriverPlace): TestGroup => found(groups.get(place.externalId), place.externalId);
  const userOf = (person: DriverPerson): TestUser => found(users.get(person.externalId), person.externalId);
  const chatOf = (place: DriverPlace) => ({ id: Number(place.externalId) });
  const wireOf = (place: DriverPlace, messageId: string): WireMessage =>
    found(server.messageIn(chatOf(place), numberWithin(place.externalId, messageId) ?? 0), messageId);

  return {
    async group(title) {
      const group = server.group({ title });
      const place = { externalId: String(group.id) };
      groups.set(place.externalId, group);
      return place;
    },
    async person(name) {
      const user = server.user({ name });
      const person = { externalId: String(user.id), name };
      users.set(person.externalId, user);
      return person;
    },
    async join(person, group) {
      groupOf(group).join(userOf(person));
    },
    async direct(person) {
      const user = userOf(person);
      user.say(user.direct, '/start');
      return { externalId: String(user.direct.id) };
    },
    async say(person, place, words) {
      return spoken(userOf(person), place, words).map((message) => server.idOf(message));
    },
    async seen(place) {
      return server.said(chatOf(place)).map(({ id, text, replyToId, buttons, hasFile, wire: { poll } }) => ({
        messageId: id,
        text,
        replyToId,
        buttons,
        files: hasFile ? 1 : 0,
        ...(poll ? { poll: asSeen(poll) } : {}),
      }));
    },
    async vanish(place, messageId) {
      groupOf(place).vanish(wireOf(place, messageId));
    },
    async redeliver() {
      server.redeliver();
    },
    mention: (text) => `@${server.username} ${text}`,
    async edit(person, place, messageId, text) {
      userOf(person).edit(wireOf(place, messageId), text);
    },
    async react(person, place, messageId, emoji) {
      userOf(person).react(wireOf(place, messageId), ...emoji);
    },
    async botReactions(place, messageId) {
      return server.botReactions(wireOf(place, messageId));
    },
    async press(person, place, messageId, label) {
      userOf(person).press(wireOf(place, messageId), label);
    },
    async vote(person, place, messageId, options) {
      const { poll } = wireOf(place, messageId);
      userOf(person).vote(found(poll, messageId).id, ...options);
    },
    async addBot(group, by) {
      groupOf(group).addBot(userOf(by));
    },
    async removeBot(group, by) {
      groupOf(group).removeBot(userOf(by));
    },
    async rename(group, by, title) {
      groupOf(group).rename(userOf(by), title);
    },
    async upgrade(place) {
      const group = groupOf(place);
      const newId = String(group.upgrade());
      groups.set(newId, group);
      return newId;
    },
    async block(person) {
      userOf(person).block();
    },
    async askToWait(waitMs) {
      server.fail({ kind: 'too_many', retryAfterSeconds: waitMs / 1_000 });
    },
    async breakDown() {
      server.fail({ kind: 'server_error' });
    },
    async logOut() {
      server.revokeToken();
    },
  };

  function spoken(
    user: TestUser,
    place: DriverPlace,
    { text = '', photos = [], replyToId }: DriverWords,
  ): WireMessage[] {
    const chat = chatOf(place);
    const replyTo = replyToId === undefined ? {} : { replyTo: wireOf(place, replyToId) };
    const [photo] = photos;
    if (photos.length > 1) return user.sayAlbum(chat, photos, text, replyTo);
    return [user.say(chat, text, { ...replyTo, ...(photo ? { photo } : {}) })];
  }
}

const asSeen = ({ question, options, allows_multiple_answers }: WirePoll): SeenPoll => ({
  question,
  options: options.map(({ text }) => text),
  several: allows_multiple_answers,
});

function found<Thing>(thing: Thing | undefined, id: string): Thing {
  if (thing === undefined) throw new Error(`there is no ${id} here`);
  return thing;
}
