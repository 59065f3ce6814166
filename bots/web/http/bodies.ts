import { z } from 'zod';
import { roomRoles } from '../people.ts';

const LONGEST_TEXT = 4000;

/** A form ends its lines with CR LF, and the database cannot store U+0000. */
const words = z.string().transform((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').trim());
const text = words.pipe(z.string().max(LONGEST_TEXT));
const shortWords = (most: number) => words.pipe(z.string().min(1).max(most));
/** As spoken, whatever suffix it was typed with: "3栋" is 3, "2单元" is 2. */
const label = words
  .transform((typed) =>
    typed
      .normalize('NFKC')
      .replace(/(号楼|號樓|栋|棟|幢|座|单元|單元|室|号|號|楼|樓)$/u, '')
      .trim()
      .toUpperCase(),
  )
  .pipe(z.string().max(12));

export const idSchema = z.string().regex(/^\d{1,18}$/);
const personaId = z.uuid();
export const personaBody = z.object({ personaId });

export const sayBody = z.object({
  personaId,
  text,
  replyToId: idSchema
    .or(z.literal(''))
    .default('')
    .transform((id) => id || null),
  clientKey: z.string().regex(/^[\w-]{8,64}$/),
});
export const editBody = personaBody.extend({ text: text.pipe(z.string().min(1)) });
export const reactBody = personaBody.extend({
  emoji: z.string().regex(/^\p{Extended_Pictographic}[\p{Emoji_Modifier}\uFE0F]?$/u),
});
export const pressBody = personaBody.extend({ choiceId: z.string().min(1).max(60) });
export const botBody = personaBody.extend({ present: z.boolean() });
export const renameBody = personaBody.extend({ title: shortWords(60) });

export const addPersonaBody = z
  .object({
    name: shortWords(30),
    role: z.enum(roomRoles),
    flat: z
      .object({ building: label.pipe(z.string().min(1)), unit: label, room: label.pipe(z.string().min(1)) })
      .nullable(),
  })
  .refine(({ role, flat }) => (role === 'resident') === (flat !== null), 'a resident has a flat, staff have none');

export const historyQuery = z.object({
  before: idSchema.optional().transform((id) => (id === undefined ? null : BigInt(id))),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});
