import { readOffice, readResponsibilities } from '../../people/duty/read-duty.ts';
import { endDeputy, endGrid, setCapacity, setDeputy, setGrid } from '../../people/duty/set-responsibility.ts';
import { staffOf } from '../../tickets/open.ts';
import type { CellView } from '../../text/duty/texts.ts';
import { managesOrRefused } from '../may-do.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import { askWho, explain, namedIn } from './colleagues.ts';
import { readCapacity, readDeputyWish, readGridWish } from './grid-words.ts';

/** `网格 3栋 @李工`, `网格 3栋 设施 @李工`, `网格 绿化 @陈姐`, `网格 取消 3栋`; `网格` alone lists who answers for what. */
export async function handleGrid(scene: Scene, rest: string): Promise<void> {
  const { step, community, conversation, speaker } = scene;
  const texts = textsOf(scene);
  if (rest.trim() === '') return showGrid(scene);
  if (!speaker || !(await managesOrRefused(scene, 'grid'))) return;
  const named = await namedIn(scene, rest);
  if (!named) return;
  const wish = readGridWish(named.text);
  if ('unread' in wish) return explain(scene, wish.unread, texts.gridHow());
  if (wish.buildings.length + wish.areas.length === 0) return explain(scene, '', texts.gridHow());
  const known = await step.tx.building.findMany({
    where: { communityId: community.id },
    select: { id: true, label: true },
  });
  const strange = wish.buildings.filter((label) => !known.some((one) => one.label === label));
  if (strange.length > 0) {
    return replyTo(scene, 'grid', { text: texts.noSuchBuildings(strange, conversation.allBuildings) });
  }
  const labels = wish.buildings.length > 0 ? wish.buildings : [null];
  const cells = labels.flatMap((building) =>
    (wish.areas.length > 0 ? wish.areas : [null]).map((area): CellView => ({ building, area })),
  );
  if (!wish.cancel && named.people.length === 0) return askWho(scene, texts.gridHow());
  const change = { communityId: community.id, by: speaker.personId };
  const personIds = named.people.map(({ personId }) => personId);
  let ended = 0;
  for (const { building, area } of cells) {
    const cell = { buildingId: known.find(({ label }) => label === building)?.id ?? null, area };
    if (wish.cancel) ended += await endGrid(step, change, cell);
    else await setGrid(step, change, cell, personIds);
  }
  const names = named.people.map(({ name }) => name);
  await replyTo(scene, 'grid', { text: wish.cancel ? texts.gridEnded(cells, ended) : texts.gridSet(cells, names) });
}

async function showGrid(scene: Scene): Promise<void> {
  const { step, community } = scene;
  const names = await namesOf(scene);
  const { grid } = await readResponsibilities(step.tx, community.id);
  const lines = new Map<string, { cell: CellView; names: string[] }>();
  for (const { building, area, personId } of grid) {
    const name = names.get(personId);
    if (name === undefined) continue;
    const key = `${building ?? ''} ${area ?? ''}`;
    const line = lines.get(key) ?? { cell: { building, area }, names: [] };
    lines.set(key, line);
    line.names.push(name);
  }
  const key = ({ cell }: { cell: CellView }): string => cell.building ?? '\uffff';
  const sorted = [...lines.values()].sort((a, b) => key(a).localeCompare(key(b), 'en', { numeric: true }));
  await replyTo(scene, 'grid', { text: textsOf(scene).grid(sorted) });
}

/** `代理人 @老王` for every role, `代理人 维修 @老王` for one, `代理人 取消 维修`; `代理人` alone lists them. */
export async function handleDeputy(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  if (rest.trim() === '') {
    const names = await namesOf(scene);
    const { deputies } = await readResponsibilities(step.tx, community.id);
    const lines = deputies.flatMap(({ role, personId }) => {
      const name = names.get(personId);
      return name === undefined ? [] : [{ role, name }];
    });
    return replyTo(scene, 'deputy', { text: texts.deputies(lines) });
  }
  if (!speaker || !(await managesOrRefused(scene, 'deputy'))) return;
  const named = await namedIn(scene, rest);
  if (!named) return;
  const wish = readDeputyWish(named.text);
  if ('unread' in wish) return explain(scene, wish.unread, texts.deputyHow());
  const { role } = wish;
  const change = { communityId: community.id, by: speaker.personId };
  if (wish.cancel) {
    const count = await endDeputy(step, change, role);
    return replyTo(scene, 'deputy', { text: texts.deputyEnded(role, count) });
  }
  const [person] = named.people;
  if (!person || named.people.length > 1) return askWho(scene, texts.deputyHow());
  await setDeputy(step, change, role, person.personId);
  await replyTo(scene, 'deputy', { text: texts.deputySet(role, person.name) });
}

/** `接单上限 @李工 8`, `接单上限 @李工 不限`; alone it tells how many everybody has in hand. */
export async function handleCapacity(scene: Scene, rest: string): Promise<void> {
  const { step, community, speaker } = scene;
  const texts = textsOf(scene);
  const staff = await staffOf(step, community.id);
  if (rest.trim() === '') {
    const lines = staff.map(({ name, openTickets, capacity, absent }) => {
      return { name, open: openTickets, capacity, away: absent };
    });
    return replyTo(scene, 'capacity', { text: texts.capacities(lines) });
  }
  if (!speaker || !(await managesOrRefused(scene, 'capacity'))) return;
  const named = await namedIn(scene, rest);
  if (!named) return;
  const capacity = readCapacity(named.text);
  if (capacity === undefined) return explain(scene, named.text, texts.capacityHow());
  const [person] = named.people;
  if (!person || named.people.length > 1) return askWho(scene, texts.capacityHow());
  const change = { communityId: community.id, by: speaker.personId };
  await setCapacity(step, change, person.personId, capacity);
  const open = staff.find(({ personId }) => personId === person.personId)?.openTickets ?? 0;
  await replyTo(scene, 'capacity', { text: texts.capacitySet(person.name, capacity, open) });
}

async function namesOf({ step, community }: Scene): Promise<Map<string, string>> {
  const office = await readOffice(step.tx, community.id);
  return new Map(office.map(({ personId, name }) => [personId, name]));
}
