import { z } from 'zod';
import { Area, Kind, Urgency } from '../../prisma/generated/enums.ts';
import type { Place } from '../intake/understanding.ts';

/** Where in foreign JSON a value is: `$.device.id`, `$.readings[0].value`. */
const path = z
  .string()
  .regex(/^\$(?:\.[^.[\]\s]{1,60}|\[\d{1,3}\]){1,8}$/, 'must look like $.device.id or $.readings[0].value');
const label = z.string().trim().min(1).max(40).nullable().default(null);
const place = z.strictObject({ building: label, unit: label, room: label, spot: label });
const matter = {
  kind: z.enum(Kind).optional(),
  area: z.enum(Area).optional(),
  urgency: z.enum(Urgency).optional(),
  place: place.optional(),
};

const rule = z.strictObject({
  /** The device, where `*` stands for anything: `smoke-*`. Any device where it is left out. */
  device: z.string().min(1).max(80).optional(),
  /** One of these event codes (`kind` of the report). Any where it is left out. */
  event: z.array(z.string().min(1).max(80)).min(1).optional(),
  ...matter,
});

/** What the reports of a source become, and where in its JSON they are. Kept in `MachineSource.mapping`. */
export const mappingSchema = z.strictObject({
  ...matter,
  /** Where the source keeps the fields of a report; as in docs/machines.md where one is left out. */
  pick: z
    .strictObject({
      device: path.optional(),
      alarm: path.optional(),
      text: path.optional(),
      at: path.optional(),
      place: path.optional(),
      kind: path.optional(),
    })
    .default({}),
  /** The values of `alarm` that mean one; whatever else is there means that all is well. */
  alarmWhen: z
    .array(z.union([z.string(), z.number(), z.boolean()]))
    .min(1)
    .default([true]),
  /** The first that fits a report says more precisely what it is. */
  rules: z.array(rule).max(200).default([]),
});

export type Mapping = z.output<typeof mappingSchema>;

/** What a report is about, as far as a mapping tells. */
export interface MappedMatter {
  kind: Kind;
  area: Area;
  urgency: Urgency;
  place: Place;
}

const nowhere: Place = { building: null, unit: null, room: null, spot: null };

/** Says what a report is: by the first rule that fits, then by the source; a repair of the facilities where neither says. */
export function matterOf(
  mapping: Mapping,
  report: { device: string; event: string | null; place: Place | null },
): MappedMatter {
  const fitting = mapping.rules.find(
    ({ device, event }) =>
      (device === undefined || fitsPattern(device, report.device)) &&
      (event === undefined || (report.event !== null && event.includes(report.event))),
  );
  return {
    kind: fitting?.kind ?? mapping.kind ?? 'repair',
    area: fitting?.area ?? mapping.area ?? 'facilities',
    urgency: fitting?.urgency ?? mapping.urgency ?? 'normal',
    place: report.place ?? fitting?.place ?? mapping.place ?? nowhere,
  };
}

/** Letters of either case are the same; `*` is any number of characters. Takes a time proportional to both lengths. */
export function fitsPattern(pattern: string, device: string): boolean {
  const name = device.toLowerCase();
  const parts = pattern.toLowerCase().split('*');
  const [first = '', ...others] = parts;
  const last = others.pop();
  if (last === undefined) return name === first;
  if (!name.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = name.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return name.length - last.length >= from && name.endsWith(last);
}
