import type { AudienceInput } from '../../outbox/broadcast/audience.ts';
import { plain } from '../duty/days.ts';

/** What says whom something is for, or the first word in it that says nothing about that. */
export type AudienceRead = { audience: AudienceInput } | { mistake: string };

const everybody =
  /^(?:全体|全部|所有|所有人|大家|全小区|整个小区|全园区|全体业主|全体居民|所有业主|所有居民|all|everyone|everybody|all residents|everywhere|(?:the )?whole (?:estate|community))$/;
const direct = /^(?:私聊|私讯|私訊|单聊|直接|逐人|direct|directly|in person|direct chats?)$/;
const both = /^(?:群和私聊|both)$/;
const CODE = /^#?((?:[a-hjkmnp-z][2-9]){2,3})$/;
const RANGE =
  /^(?:building )?(\d{1,3})(?:栋|棟|幢|座|号楼|號樓)?(?:-|–|—|~|到|至|to)(\d{1,3})(?:栋|棟|幢|座|号楼|號樓)?$/;
const SUFFIX = /(?:号楼|號樓|栋|棟|幢|座|#[楼樓]?)$/;
/** Nobody means more buildings than that by "1到300栋". */
const LONGEST_RANGE = 60;

/**
 * Reads whom something is for: `全体`, `3栋 5栋`, `3、5栋`, `1到4栋`, `building 3, 5`, `#租户` (groups with this tag), a ticket's code (who
 * reported it, A7K2), `私聊` (in direct chats instead of the groups), `群和私聊` (both). Several together narrow it: groups of building 3
 * that are tagged 租户. Nothing at all is the whole estate. Labels are in capitals and need not exist; codes are as said, in capitals, in
 * `reportersOf`: whoever puts it on record looks up the ids.
 */
export function readAudience(text: string): AudienceRead {
  const audience = { buildings: [] as string[], tags: [] as string[], reportersOf: [] as string[] };
  let to: AudienceInput['to'];
  const said = plain(text)
    .replaceAll(/\b(?:building|bldg|block|tower)s?\b\.? ?/g, 'building ')
    .replaceAll(/\b(?:and|for|the residents of)\b/g, ' ')
    .replaceAll(/(\d) ?(-|–|—|~|到|至|\bto\b) ?(\d)/g, '$1-$3')
    .replaceAll(/(?:标签|tag) ?:? ?#?(?=[\p{L}\d])/gu, '#')
    // "3栋5栋的全体业主" are buildings 3 and 5.
    .replaceAll(/(栋|棟|幢|座|号楼|號樓)(?=\d)/g, '$1 ')
    .replaceAll(/(?<=[\d栋棟幢座楼樓]) ?的?(?:全体|所有)?(?:业主|居民|住户|邻居)们?(?=$|[\s,、;。和及与])/g, ' ')
    .trim();
  if (said === '' || everybody.test(said)) return { audience: {} };
  for (const word of words(said)) {
    const code = CODE.exec(word)?.[1];
    const range = RANGE.exec(word);
    if (everybody.test(word)) continue;
    if (direct.test(word)) to = 'direct';
    else if (both.test(word)) to = 'both';
    else if (code) audience.reportersOf.push(code.toUpperCase());
    else if (/^#[\p{L}\d][\p{L}\d_-]{0,23}$/u.test(word)) audience.tags.push(word.slice(1));
    else if (range) {
      const labels = rangeOf(Number(range[1]), Number(range[2]));
      if (!labels) return { mistake: word };
      audience.buildings.push(...labels);
    } else {
      const label = word.replace(/^building /, '').replace(SUFFIX, '');
      const isLabel = /^[0-9a-z][0-9a-z-]{0,5}$/.test(label) && (/\d/.test(label) || label.length === 1);
      if (!isLabel && !(SUFFIX.test(word) && /^[\p{L}\d-]{1,8}$/u.test(label))) return { mistake: word };
      audience.buildings.push(label.toUpperCase());
    }
  }
  return { audience: { ...(to ? { to } : {}), ...present(audience) } };
}

/** "building 3, 5" is two buildings, "群 和 私聊" one word. */
const words = (said: string): string[] =>
  said
    .replaceAll(/群[聊组組]? ?[和及加] ?私[聊讯訊]/g, '群和私聊')
    .replaceAll('building ', ' ')
    .replaceAll(/(?<=[\d栋棟幢座楼樓]) ?[和及与] ?(?=[\da-z#])/g, ' ')
    .split(/[\s,、;。]+/)
    .filter((word) => word !== '');

function rangeOf(from: number, to: number): string[] | null {
  if (to <= from || to - from >= LONGEST_RANGE) return null;
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

const present = (all: { buildings: string[]; tags: string[]; reportersOf: string[] }): Partial<typeof all> => ({
  ...(all.buildings.length > 0 ? { buildings: [...new Set(all.buildings)] } : {}),
  ...(all.tags.length > 0 ? { tags: [...new Set(all.tags)] } : {}),
  ...(all.reportersOf.length > 0 ? { reportersOf: [...new Set(all.reportersOf)] } : {}),
});
