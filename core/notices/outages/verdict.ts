import type { Heard } from '../../intake/heard.ts';
import type { HeardMatter } from '../../intake/understanding.ts';
import type { NoticeKnown } from '../known-to.ts';
import { judge, type Judged } from './judge.ts';
import { readOutage } from './outage.ts';

/** What a notice makes of what was told. */
export interface Verdict {
  notice: NoticeKnown;
  judged: Exclude<Judged, { kind: 'other' }>;
}

/** By the latest notice that announces it; where none does, by the latest that it goes against. */
export function verdictOf(
  heard: Heard,
  notices: readonly NoticeKnown[],
  matter: HeardMatter,
  text: string,
): Verdict | null {
  const { community, conversation, speaker, event } = heard;
  const home = speaker?.flat ?? null;
  const [onlyOne, ...others] = conversation.buildings;
  const building = matter.place.building ?? home?.building ?? (others.length === 0 ? onlyOne : null) ?? null;
  const unit = matter.place.unit ?? (building === home?.building ? home?.unit : null) ?? null;
  const told = { text, at: new Date(event.at), kind: matter.kind, urgency: matter.urgency, place: { building, unit } };
  const verdicts = notices.flatMap((notice): Verdict[] => {
    const outage = readOutage(notice, { timeZone: community.timeZone, buildings: conversation.allBuildings });
    const judged = outage ? judge(told, outage, { isOver: notice.state !== 'live' }) : null;
    return judged && judged.kind !== 'other' ? [{ notice, judged }] : [];
  });
  return verdicts.find(({ judged }) => judged.kind === 'known') ?? verdicts[0] ?? null;
}
