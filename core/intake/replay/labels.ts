import { z } from 'zod';
import { Area, Kind, Urgency } from '../../../prisma/generated/enums.ts';
import type { GroupSetting, HeardMessage } from '../understanding.ts';
import { parseUntidyJson } from './repair-json.ts';
import { readHistory } from './read-export.ts';
import type { ExportedChat } from './telegram-export.ts';

const label = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' ? null : String(value)));
const messageId = z.union([z.string(), z.number()]).transform(String);

const communitySchema = z.object({
  name: z.string().default(''),
  buildings: z.array(z.union([z.string(), z.number()]).transform(String)).default([]),
  staff: z.array(z.string()).default([]),
  locale: z.string().default('zh-CN'),
});

const labelsSchema = z.object({
  community: communitySchema,
  tickets: z.array(
    z
      .object({
        key: z.string(),
        messages: z.array(messageId),
        kind: z.enum(Kind),
        area: z.enum(Area),
        urgency: z.enum(Urgency),
        place: z.object({ building: label, unit: label, room: label, spot: label }),
        reporters: z.array(z.string()).default([]),
        sensitive: z.boolean().default(false),
        answered_by: messageId.nullish(),
        solved_by: messageId.nullish(),
      })
      .transform(({ answered_by: answeredBy, solved_by: solvedBy, ...ticket }) => ({
        ...ticket,
        answeredBy: answeredBy ?? null,
        solvedBy: solvedBy ?? null,
      })),
  ),
  either: z.array(messageId).default([]),
});

export type Community = z.infer<typeof communitySchema>;
export type Labels = z.infer<typeof labelsSchema>;

/** The community part of a labels file: the only part that replay looks at. @throws {z.ZodError} when it has none. */
export const readCommunity = (text: string): Community =>
  z.object({ community: communitySchema }).parse(parseUntidyJson(text).value).community;

export interface LabelledChat {
  setting: GroupSetting;
  messages: HeardMessage[];
  labels: Labels;
}

export const settingOf = ({ buildings, locale }: Community): GroupSetting => ({
  buildings,
  groupBuildings: [],
  locale,
});

/** The messages of a chat, with those of the staff marked. */
export const markStaff = (chat: ExportedChat, staff: ReadonlySet<string>): HeardMessage[] =>
  chat.messages.map((message) => ({ ...message, fromStaff: message.senderId !== null && staff.has(message.senderId) }));

/** A chat and what a careful clerk made of it, to fit and to measure with. @throws when either file is not what it should be. */
export function readLabelledChat(exported: string, labelled: string): LabelledChat {
  const read = readHistory(new TextEncoder().encode(exported), new Date(0));
  const [chat] = read.kind === 'export' ? read.chats : [];
  if (!chat) throw new Error('no chat in the export');
  const labels = labelsSchema.parse(parseUntidyJson(labelled).value);
  return { setting: settingOf(labels.community), messages: markStaff(chat, new Set(labels.community.staff)), labels };
}
