import { Area, Kind } from '../../../prisma/generated/enums.ts';
import type { Urgency } from '../../../prisma/generated/enums.ts';
import type { MatterScope } from '../../policy/reading/matters.ts';

/** What a language needs to name some matters. */
export interface MatterWords {
  kind(kind: Kind): string;
  area(area: Area): string;
  urgency(urgency: Urgency): string;
  list(items: readonly string[]): string;
  /** "除停车、费用外" */
  except(areas: string): string;
  everything: string;
  emergencies: string;
  /** "报修（加急）" */
  qualified(what: string, how: readonly string[]): string;
}

/** Names some matters; empty where nothing needs to be named, because an emergency has its own line at most. */
export function mattersWith(words: MatterWords, { kinds, urgencies, areas }: MatterScope): string {
  const isAnyKind = kinds.length === Object.values(Kind).length;
  const everywhere = Object.values(Area);
  const how = urgencies.includes('normal') ? [] : [words.list(urgencies.map((urgency) => words.urgency(urgency)))];
  const others = everywhere.filter((area) => !areas.includes(area));
  if (others.length >= areas.length) how.push(words.list(areas.map((area) => words.area(area))));
  else if (others.length > 0) how.push(words.except(words.list(others.map((area) => words.area(area)))));
  if (isAnyKind && how.length === 0) return '';
  if (isAnyKind && others.length === 0 && urgencies.every((urgency) => urgency === 'emergency'))
    return words.emergencies;
  const what = isAnyKind ? words.everything : words.list(kinds.map((kind) => words.kind(kind)));
  return how.length > 0 ? words.qualified(what, how) : what;
}
