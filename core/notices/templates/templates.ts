import { z } from 'zod';
import type { NoticeLevel } from '../../../prisma/generated/enums.ts';
import type { Step } from '../../step.ts';
import { shippedTemplates } from './shipped.ts';
import { plainName } from './fill.ts';

/** A prepared notice as it can be used: the community's own, or a shipped one (`id` is null). */
export interface Template {
  id: string | null;
  name: string;
  level: NoticeLevel;
  /** By language; the community's is always there. */
  texts: Record<string, string>;
}

const textsSchema = z.record(z.string(), z.string());

/** All that can be used: the community's own by name, then the shipped ones that none of them takes the place of. */
export async function templatesOf(
  { tx }: Step,
  community: { id: string; locale: string },
): Promise<{ own: Template[]; shipped: Template[] }> {
  const rows = await tx.noticeTemplate.findMany({
    where: { communityId: community.id, revokedAt: null },
    orderBy: { name: 'asc' },
  });
  const own = rows.map(({ id, name, level, texts }) => ({ id, name, level, texts: textsSchema.parse(texts) }));
  const taken = new Set(own.map(({ name }) => plainName(name)));
  const shipped = shippedTemplates
    .map(({ names, level, texts }) => ({ id: null, name: names[community.locale] ?? names['en'] ?? '', level, texts }))
    .filter(({ name }) => !taken.has(plainName(name)));
  return { own, shipped };
}

/** The template of this name in any of the languages, in either script. */
export async function templateNamed(
  step: Step,
  community: { id: string; locale: string },
  name: string,
): Promise<Template | null> {
  const { own, shipped } = await templatesOf(step, community);
  const said = plainName(name);
  const isNamed = (one: Template): boolean => plainName(one.name) === said;
  const named = own.find(isNamed) ?? shipped.find(isNamed);
  if (named) return named;
  const other = shippedTemplates.find(({ names }) => Object.values(names).some((one) => plainName(one) === said));
  return other ? { id: null, name, level: other.level, texts: other.texts } : null;
}

/** Puts a template on record. One of the same name is revoked, and stays on record. Returns whether there was one. */
export async function keepTemplate(
  step: Step,
  communityId: string,
  template: { name: string; level: NoticeLevel; texts: Record<string, string>; by: string | null },
): Promise<{ renewed: boolean }> {
  const { name, level, texts, by } = template;
  const renewed = await revokeTemplate(step, communityId, name);
  await step.tx.noticeTemplate.create({
    data: { communityId, name, level, texts, createdById: by, createdAt: step.now },
    select: { id: true },
  });
  return { renewed };
}

/** Revokes the community's own template of this name. Returns whether there was one; shipped ones stay. */
export async function revokeTemplate({ tx, now }: Step, communityId: string, name: string): Promise<boolean> {
  // Two managers who add the same name at the same time get one of them.
  await tx.$queryRaw`SELECT 1 FROM "Community" WHERE id = ${communityId}::uuid FOR NO KEY UPDATE`;
  const rows = await tx.noticeTemplate.findMany({
    where: { communityId, revokedAt: null },
    select: { id: true, name: true },
  });
  const ids = rows.filter((row) => plainName(row.name) === plainName(name)).map(({ id }) => id);
  await tx.noticeTemplate.updateMany({ where: { id: { in: ids } }, data: { revokedAt: now } });
  return ids.length > 0;
}
