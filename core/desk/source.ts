import { mappingSchema, type Mapping } from '../machines/mapping.ts';
import { tryItExample } from '../machines/example.ts';
import { readSourceOrder, type SourceOrder } from '../machines/source-words.ts';
import { addSource, listSources, remapSource, renewSecret, revokeSource } from '../machines/sources.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

/** `设备`: what may report to the desk (P10h): list, add, say what it reports, give it another secret, revoke. */
export async function handleSource(scene: Scene, rest: string): Promise<void> {
  const order = readSourceOrder(rest, scene.conversation.allBuildings);
  const showsSecret = order.kind === 'add' || order.kind === 'renew';
  const text =
    showsSecret && scene.conversation.kind !== 'direct'
      ? textsOf(scene).sourceInPrivate()
      : await carryOut(scene, order);
  await replyTo(scene, 'source', { text });
}

async function carryOut(scene: Scene, order: SourceOrder): Promise<string> {
  const { step, community, speaker, tools } = scene;
  const texts = textsOf(scene);
  if (order.kind === 'how') return texts.sourceHow();
  if (order.kind === 'list') return listed(scene);
  const word = { communityId: community.id, personId: speaker?.personId ?? null, name: order.name };
  const address = `${tools.httpBase ?? 'http://127.0.0.1:8787'}/in/${encodeURIComponent(order.name)}`;
  switch (order.kind) {
    case 'add': {
      const added = await addSource(step, { ...word, mapping: mappingSchema.parse(order.matter) });
      if (added.kind === 'taken') return texts.sourceTaken(order.name);
      return texts.sourceAdded(order.name, address, added.secret, tryItExample(address, added.secret));
    }
    case 'renew': {
      const secret = await renewSecret(step, word);
      if (secret === null) return unknown(scene, order.name);
      return texts.sourceRenewed(order.name, address, secret, tryItExample(address, secret));
    }
    case 'revoke':
      return (await revokeSource(step, word)) ? texts.sourceRevoked(order.name) : unknown(scene, order.name);
    case 'rule': {
      const { device, matter } = order;
      // What is said last counts, so it stands first.
      const rule = { device, ...matter };
      const change = (mapping: Mapping): Mapping => ({
        ...mapping,
        rules: [rule, ...mapping.rules.filter((one) => one.device !== device || one.event)],
      });
      return (await remapSource(step, word, change)) ? texts.sourceRemapped(order.name) : unknown(scene, order.name);
    }
    case 'map': {
      const mapping = mappingSchema.safeParse(jsonIn(order.json));
      if (!mapping.success) {
        const mends = mapping.error.issues.map(({ path, message }) => `${path.join('.') || '{…}'}: ${message}`);
        return texts.sourceMappingWrong(mends.slice(0, 5).join('\n'));
      }
      const isKnown = await remapSource(step, word, () => mapping.data);
      return isKnown ? texts.sourceRemapped(order.name) : unknown(scene, order.name);
    }
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replaceAll(/[“”]/g, '"'));
  } catch {
    return undefined;
  }
}

async function listed(scene: Scene): Promise<string> {
  const { step, community } = scene;
  const texts = textsOf(scene);
  const sources = await listSources(step, community.id);
  if (sources.length === 0) return texts.noSources();
  const lines = sources.map(({ name, revoked, reports, lastAt }) => ({
    name,
    revoked,
    reports,
    last: lastAt && texts.when(lastAt, step.now, community.timeZone),
  }));
  return texts.sources(lines);
}

async function unknown(scene: Scene, name: string): Promise<string> {
  const known = await listSources(scene.step, scene.community.id);
  return textsOf(scene).sourceUnknown(
    name,
    known.map((one) => one.name),
  );
}
