import type { CommunityInForce } from '../people/communities.ts';
import { calledAs, namesIn, officeNames } from '../people/names.ts';
import type { Step } from '../step.ts';
import type { PersonalKind } from '../text/redact-finder.ts';
import { forGroup, personalDataIn } from '../text/redact.ts';

/**
 * What staff wrote as it may be repeated into a residents' group (P9b): without numbers, rooms, and people other than the requester
 * and whoever works for the office. Telephone numbers that the office has published in its notices and answers stay.
 * `hidden`: the kinds of what was taken out, each once.
 */
export async function safeForGroup(
  step: Step,
  community: Pick<CommunityInForce, 'id'>,
  { text, requester }: { text: string; requester: { id: string; name: string } | null },
): Promise<{ text: string; hidden: PersonalKind[] }> {
  const { tx } = step;
  const besides = requester ? [requester.id] : [];
  const names = await namesIn(tx, { communityId: community.id, text, besides });
  const found = personalDataIn(text, { names });
  if (found.length === 0) return { text, hidden: [] };
  const numbers = found.filter(({ kind }) => kind === 'phone').map((one) => one.text);
  const keep = [
    ...[...(await officeNames(tx, community.id)), requester?.name ?? ''].flatMap((name) => [name, calledAs(name)]),
    ...(await published(step, community.id, numbers)),
  ];
  const safe = forGroup(text, { names, keep });
  return { text: safe.text, hidden: [...new Set(safe.hidden.map(({ kind }) => kind))] };
}

/** Which of these numbers stand in a notice that was sent, or in an answer that is kept for all. */
async function published({ tx }: Step, communityId: string, numbers: readonly string[]): Promise<string[]> {
  if (numbers.length === 0) return [];
  const rows = await tx.$queryRaw<{ number: string }[]>`
    SELECT n.number FROM unnest(${[...numbers]}::text[]) AS n(number)
    WHERE EXISTS (
      SELECT 1 FROM "Notice" x WHERE x."communityId" = ${communityId}::uuid AND x."liveAt" IS NOT NULL
        AND position(regexp_replace(n.number, '[^0-9]', '', 'g') IN regexp_replace(x.text, '[^0-9]', '', 'g')) > 0
    ) OR EXISTS (
      SELECT 1 FROM "FaqEntry" f WHERE f."communityId" = ${communityId}::uuid AND f."revokedAt" IS NULL
        AND position(regexp_replace(n.number, '[^0-9]', '', 'g') IN regexp_replace(f.answer, '[^0-9]', '', 'g')) > 0)`;
  return rows.map(({ number }) => number);
}
