import type { Tx } from '../../database.ts';
import { readOffice, readResponsibilities } from '../../people/duty/read-duty.ts';
import { dots } from '../../text/layout.ts';
import type { Texts } from '../../text/texts.ts';
import type { InCharge } from './standards.ts';

/** Who answers for which building or area by name (P6a, P8e), as residents may read it: one entry for each part of the grid. */
export async function readInCharge(tx: Tx, communityId: string, texts: Texts): Promise<InCharge[]> {
  const { grid } = await readResponsibilities(tx, communityId);
  if (grid.length === 0) return [];
  const names = new Map((await readOffice(tx, communityId)).map(({ personId, name }) => [personId, name]));
  const named = new Map<string, string[]>();
  for (const { personId, building, area } of grid) {
    const where = building === null ? null : texts.place({ building, unit: null, room: null, spot: null }, 'coarse');
    const what = dots(where, area && texts.area(area)) || texts.wholeEstate();
    const name = names.get(personId);
    if (name !== undefined) named.set(what, [...(named.get(what) ?? []), name]);
  }
  return [...named].map(([what, all]) => ({ what, name: texts.names(all) }));
}
