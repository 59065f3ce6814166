import { contactOf, startCare, stopCare } from '../../notices/care/contact.ts';
import { buildingLabels } from '../../people/flat.ts';
import { readFlat } from '../../people/flat-in-name.ts';
import { sayToPerson } from '../../people/reach.ts';
import { simplify } from '../../text/simplify.ts';
import { textsFor } from '../../text/texts-for.ts';
import { choiceIds } from '../../tickets/choice-id.ts';
import { replyTo, textsOf, type Scene } from '../scene.ts';
import type { CareOrder } from './read-order.ts';
import { atNight, careView } from './view.ts';

interface Resident {
  id: string;
  name: string;
  locale: string | null;
}

/** `关怀` in the mouth of the staff: the list, and what they put on record, or end, for a resident. */
export async function careByStaff(scene: Scene, order: CareOrder): Promise<void> {
  const { step, community, speaker } = scene;
  if (!speaker) return;
  const texts = textsOf(scene);
  const answer = (text: string): Promise<void> => replyTo(scene, 'care', { text });
  if (order.kind === 'standing') return answer(await listed(scene));
  if (order.kind !== 'enter' && order.kind !== 'end') return answer(texts.careHowForStaff());
  const meant = await residentMeant(scene, order.whom);
  if (typeof meant === 'string') return answer(meant);
  const by = { personId: meant.id, byId: speaker.personId };
  if (order.kind === 'end')
    return answer((await stopCare(step, community, by)) ? texts.careEnded(meant.name) : texts.careNotAsked(meant.name));
  const night = atNight(scene, order);
  if (night !== null) return answer(texts.careAtNight(night));
  const chat = await step.tx.conversation.findFirst({
    where: { personId: meant.id, kind: 'direct', state: 'active' },
    select: { id: true },
  });
  if (!chat) return answer(texts.careNoChat(meant.name));
  const { contactId, firstAt } = await startCare(step, community, { ...order, ...by });
  const theirs = textsFor(meant.locale ?? community.locale);
  const next = theirs.when(firstAt, step.now, community.timeZone);
  await sayToPerson(step, {
    personId: meant.id,
    purpose: 'question',
    about: { subject: 'care', id: contactId },
    content: {
      text: theirs.careOffered({ weekdays: order.weekdays, askAt: order.askAt, next }),
      choices: [
        [
          { id: choiceIds.about('care', 'keep', contactId), label: theirs.careOkChoice() },
          { id: choiceIds.about('care', 'off', contactId), label: theirs.careNoChoice() },
        ],
      ],
    },
    occasion: `care-offer:${contactId}`,
  });
  return answer(texts.careEntered(meant.name, careView(scene, order, firstAt)));
}

/** By flat and name; a flat with one resident needs no name. Otherwise the sentence that says what is missing. */
async function residentMeant(scene: Scene, whom: string): Promise<Resident | string> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const said = readFlat(whom, await buildingLabels(step.tx, community.id));
  if (said.kind === 'no_such_building') return texts.noSuchBuilding();
  if (said.kind === 'unclear') return texts.careFlatUnknown();
  const { building, unit, room } = said.flat;
  const there = await step.tx.person.findMany({
    where: {
      communityId: community.id,
      mergedIntoId: null,
      household: { room, unit, building: { communityId: community.id, label: building } },
    },
    orderBy: { id: 'asc' },
    select: { id: true, name: true, locale: true },
  });
  const plain = (text: string): string => simplify(text).toLowerCase().replaceAll(/\s+/g, '');
  const named = there.filter(({ name }) => plain(whom).includes(plain(name)));
  const [only] = named.length > 0 ? named : there;
  const isClear = named.length === 1 || (there.length === 1 && /^[^\p{L}]*$/u.test(rest(whom)));
  return only && isClear ? only : texts.careWhoThere(there.map(({ name }) => name));
}

/** What is said beside the flat. */
const rest = (whom: string): string =>
  whom.replaceAll(/[\d#-]+|栋|幢|座|号楼|单元|室|号|building|unit|room|flat/giu, '');

async function listed(scene: Scene): Promise<string> {
  const { step, community } = scene;
  const contacts = await step.tx.careContact.findMany({
    where: { communityId: community.id, revokedAt: null },
    orderBy: { askAt: 'asc' },
    select: { personId: true, person: { select: { name: true } } },
  });
  const all = [];
  for (const { personId, person } of contacts) {
    const contact = await contactOf(step, personId);
    if (contact) all.push({ name: person.name, view: careView(scene, contact, contact.nextAt) });
  }
  return textsOf(scene).careList(all);
}
