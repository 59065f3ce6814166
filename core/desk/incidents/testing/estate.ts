import { FakeChannel } from '../../../channel/testing/fake-channel.ts';
import type { Act, AdditionPart, HeardMatter, Understand } from '../../../intake/understanding.ts';
import { enrolPerson } from '../../../people/enrol.ts';
import { linkConversation } from '../../../people/link.ts';
import { createDeskHarness, type DeskHarness } from '../../../testing/desk-harness.ts';

/** How words about the writer's own matter begin. */
const ofOwnMatter: readonly [string, AdditionPart][] = [
  ['没事了', 'settled'],
  ['又', 'addition'],
  ['怎么', 'chase'],
  ['更正', 'correction'],
];

/**
 * An understanding that takes every word of a resident for what it says plainly: "没事了" is the word that the writer's own matter is over,
 * "又", "怎么" and "更正" begin what is added to it, asked after it and corrected in it, a
 * reply to a known one is "me too", or a correction, and everything else a report, whose place is the flat it names ("3-2-501") or the building
 * ("3栋"). What staff say to "各位" answers the latest matter.
 */
export const plainly: Understand = (message, { matters }) => {
  const explanation = { by: 'test', reasons: [] };
  const [first] = matters;
  if (message.fromStaff && message.text.startsWith('各位') && first)
    return { acts: [{ kind: 'answer', matterId: first.id, settles: false }], explanation };
  if (message.fromStaff || message.text.startsWith('闲聊')) return { acts: [], explanation };
  const flat = /(\d+)-(\d+)-(\d+)/.exec(message.text);
  const building = flat?.[1] ?? /(\d+)栋/.exec(message.text)?.[1] ?? null;
  const unit = flat?.[2] ?? /(\d+)单元/.exec(message.text)?.[1] ?? null;
  const place = { building, unit, room: flat?.[3] ?? null, spot: null };
  const own = matters.find(({ reporterIds }) => message.senderId !== null && reporterIds.includes(message.senderId));
  const [, part] = ofOwnMatter.find(([begins]) => message.text.startsWith(begins)) ?? [];
  if (part && own) return { acts: [{ kind: 'addition', matterId: own.id, part, changes: {} }], explanation };
  const known = matters.find(({ messages }) => message.replyToId !== null && messages.includes(message.replyToId));
  if (known) {
    const isCorrection = message.text.startsWith('打错了');
    const act: Act = isCorrection
      ? { kind: 'addition', matterId: known.id, part: 'correction', changes: { place } }
      : { kind: 'addition', matterId: known.id, part: 'me_too', changes: {} };
    return { acts: [act], explanation };
  }
  const matter: HeardMatter = {
    kind: 'repair',
    area: 'facilities',
    confidence: 1,
    place,
    urgency: message.text.includes('困') ? 'emergency' : 'normal',
    sensitive: message.text.includes('私下'),
    summary: message.text,
  };
  return { acts: [{ kind: 'report', matter }], explanation };
};

/** A desk with a second residents' group, and a third one on a platform that shows nothing but text. */
export interface IncidentEstate extends DeskHarness {
  plain: FakeChannel;
  /** Somebody says something in one of the groups besides. Returns the message's id. */
  sayIn(group: 'residents-2' | 'residents-plain', who: string, text: string, replyTo?: string): Promise<string>;
  /** Several say something at the same instant, each in a group of their own. */
  atOnce(...said: [group: string, who: string, text: string][]): Promise<void>;
  /** Makes a resident known on a platform, with a flat. */
  enrol(name: string, flat: string | null, channel?: string): Promise<void>;
  incidents(): Promise<{ id: string; number: number; thing: string; overAt: Date | null; tickets: number }[]>;
  codeOf(who: string): Promise<string>;
}

export async function createIncidentEstate(options: { understand?: Understand } = {}): Promise<IncidentEstate> {
  const plain = new FakeChannel({
    name: 'plain',
    capabilities: { buttons: false, edits: false, reactions: false, polls: false, recall: false },
  });
  const desk = await createDeskHarness({ understand: options.understand ?? plainly, besides: [plain] });
  const { db } = desk.database;
  for (const [externalId, channel] of [
    ['residents-2', desk.channel],
    ['residents-plain', plain],
  ] as const) {
    const at = { channel: channel.name, account: channel.account, externalId };
    const { id } = await db.conversation.create({ data: { ...at, kind: 'group', title: externalId } });
    const link = { conversationId: id, communityId: desk.communityId, audience: 'residents' as const, buildings: [] };
    await db.$transaction((tx) => linkConversation(tx, { ...link, by: null }, desk.clock.now()));
  }
  const inboxes = { plain: desk.desk.inboxFor(plain), own: desk.desk.inboxFor(desk.channel) };
  let lastId = 0;
  const receive = async (group: string, who: string, text: string, replyTo?: string): Promise<string> => {
    lastId += 1;
    const messageId = `x${lastId}`;
    const event = {
      type: 'message' as const,
      key: `m:${messageId}`,
      at: desk.clock.now().toISOString(),
      messageId,
      text,
      conversation: { externalId: group, kind: 'group' as const, title: group },
      sender: desk.sender(who),
      attachments: [],
      replyToId: replyTo ?? null,
      quotedText: null,
      albumKey: null,
      toBot: false,
      forwarded: false,
    };
    await (group === 'residents-plain' ? inboxes.plain : inboxes.own).receive(event);
    return messageId;
  };
  return {
    ...desk,
    plain,
    async sayIn(group, who, text, replyTo) {
      const id = await receive(group, who, text, replyTo);
      await desk.deliver();
      return id;
    },
    async atOnce(...said) {
      await Promise.all(said.map(([group, who, text]) => receive(group, who, text)));
      await desk.deliver();
    },
    async enrol(name, flat, channel = desk.channel.name) {
      const [building = '', unit = '', room = ''] = flat?.split('-') ?? [];
      const home = flat === null ? null : { building, unit, room };
      const { communityId } = desk;
      const role = 'resident' as const;
      await enrolPerson(db, { communityId, channel, externalId: name, name, role, flat: home }, desk.clock.now());
    },
    async incidents() {
      const rows = await db.incident.findMany({
        orderBy: { number: 'asc' },
        include: { _count: { select: { tickets: true } } },
      });
      return rows.map(({ id, number, thing, overAt, _count }) => ({
        id,
        number,
        thing,
        overAt,
        tickets: _count.tickets,
      }));
    },
    async codeOf(who) {
      const where = { requester: { name: who } };
      return (await db.ticket.findFirstOrThrow({ where, orderBy: { openedAt: 'desc' } })).code;
    },
  };
}
