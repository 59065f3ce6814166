import { nearest } from '../../policy/check/nearest.ts';
import { audit } from '../../people/audit.ts';
import { managesOrRefused } from '../may-do.ts';
import { plain } from '../duty/days.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';

const TAG = /^#?([\p{L}\d][\p{L}\d_-]{0,15})$/u;
const REMOVE = /^(?:取消|去掉|删除|刪除|移除|remove|cancel)$/;

export interface Group {
  id: string;
  title: string;
  tags: string[];
}

/**
 * `标签`: marks of the residents' groups, by which notices find them (P8a). In a residents' group `标签 租户` marks that group; elsewhere the
 * group is named: `标签 3栋群 租户`, `标签 3栋群 取消 租户`. Alone it lists them all. Tags are kept in Simplified characters and lower case.
 */
export async function handleTag(scene: Scene, rest: string): Promise<void> {
  const { step, community, conversation } = scene;
  const texts = textsOf(scene);
  const said = plain(rest);
  const isAmongResidents = conversation.audience === 'residents';
  if (said === '' || said === '列表' || said === 'list') {
    // Which groups there are is none of the residents' business.
    if (!isAmongResidents) await answer(scene, texts.tagList(await residentGroups(scene)));
    return;
  }
  if (!(await managesOrRefused(scene, 'tag'))) return;
  const groups = isAmongResidents
    ? (await residentGroups(scene)).filter(({ id }) => id === conversation.id)
    : await residentGroups(scene);
  const named = isAmongResidents ? groups[0] && { group: groups[0], rest: said } : groupNamed(groups, said);
  if (!named) {
    const [first = said] = said.split(' ');
    const near = nearest(
      first,
      groups.map(({ title }) => plain(title)),
    );
    return answer(scene, texts.tagNoGroup(first, groups.find(({ title }) => plain(title) === near)?.title ?? null));
  }
  const words = named.rest.split(/[\s,，、]+/).filter((word) => word !== '');
  const removes = REMOVE.test(words[0] ?? '');
  const tags = (removes ? words.slice(1) : words).map((word) => TAG.exec(word)?.[1] ?? null);
  const wanted = tags.filter((tag) => tag !== null);
  if (wanted.length === 0 || wanted.length < tags.length) return answer(scene, texts.tagHow());
  const { group } = named;
  const left = removes ? group.tags.filter((tag) => !wanted.includes(tag)) : [...new Set([...group.tags, ...wanted])];
  await step.tx.conversation.update({ where: { id: group.id }, data: { tags: left }, select: { id: true } });
  const actorId = scene.speaker?.personId ?? null;
  await audit(step.tx, { communityId: community.id, actorId, action: 'tag_group', subject: group.id });
  const text = texts.tagged(group.title, left);
  // Residents need not read how their group is called among the office.
  await replyTo(scene, 'tag', isAmongResidents ? { text: '👌', reaction: '👌' } : { text });
}

export const residentGroups = ({ step, community }: Pick<Scene, 'step' | 'community'>): Promise<Group[]> =>
  step.tx.conversation.findMany({
    where: { communityId: community.id, kind: 'group', audience: 'residents', state: 'active' },
    orderBy: { createdAt: 'asc' },
    select: { id: true, title: true, tags: true },
  });

/** The group whose title stands at the beginning, the longest such title first, and what follows it. */
export function groupNamed(groups: readonly Group[], said: string): { group: Group; rest: string } | null {
  const byLength = [...groups].sort((a, b) => b.title.length - a.title.length);
  const group = byLength.find(({ title }) => title !== '' && `${said} `.startsWith(`${plain(title)} `));
  return group ? { group, rest: said.slice(plain(group.title).length).trim() } : null;
}

const answer = (scene: Scene, text: string): Promise<void> => replyTo(scene, 'tag', { text });
