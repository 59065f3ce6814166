import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Clock } from '../../../core/clock.ts';
import type { Database } from '../../../core/database.ts';
import { createAddPersona } from '../actions/add-persona.ts';
import { createSetBotPresence } from '../actions/bot-presence.ts';
import { createEdit, createRecall } from '../actions/edit.ts';
import type { ActionOutcome } from '../actions/outcome.ts';
import { createPress } from '../actions/press.ts';
import { createReact } from '../actions/react.ts';
import { createRename } from '../actions/rename.ts';
import { createSay } from '../actions/say.ts';
import type { RoomPeople } from '../people.ts';
import { personaView, readHistory, readMessage, readRooms } from '../views.ts';
import type { RoomsView } from '../wire.ts';
import * as bodies from './bodies.ts';
import { readForm } from './upload.ts';

export interface ApiParts {
  db: Database;
  clock: Clock;
  people: RoomPeople;
  hasPassword: boolean;
}

interface ById {
  Params: { id: string };
}

function answer(reply: FastifyReply, outcome: ActionOutcome): FastifyReply {
  if (outcome.kind === 'done') return reply.code(204).send();
  return reply.code(outcome.kind === 'not_found' ? 404 : 403).send({ error: outcome.kind });
}

/** What the page asks and does. Every mistake in a request is answered with 400 by the error handler of the server. */
export function addApi(app: FastifyInstance, { db, clock, people, hasPassword }: ApiParts): void {
  const parts = { db, clock };
  const [say, edit, recall, react] = [createSay(parts), createEdit(parts), createRecall(parts), createReact(parts)];
  const [press, setBotPresence, rename] = [createPress(parts), createSetBotPresence(parts), createRename(parts)];
  const addPersona = createAddPersona({ db, clock, people });

  app.get('/api/rooms', async (): Promise<RoomsView> => ({ ...(await readRooms(db)), canSignOut: hasPassword }));
  app.get('/api/buildings', async () => people.buildings());
  app.get<ById>('/api/rooms/:id/messages', async (request) =>
    readHistory(db, request.params.id, bodies.historyQuery.parse(request.query)),
  );

  app.post<ById>('/api/rooms/:id/messages', async (request, reply) => {
    const { fields, files } = await readForm(request);
    const body = bodies.sayBody.parse(fields);
    if (body.text === '' && files.length === 0) return reply.code(400).send({ error: 'bad_request' });
    const outcome = await say({ ...body, files, roomId: request.params.id });
    if (outcome.kind !== 'said') return answer(reply, outcome);
    return reply.code(201).send(await readMessage(db, outcome.messageId));
  });
  app.post<ById>('/api/rooms/:id/bot', async (request, reply) =>
    answer(reply, await setBotPresence({ ...bodies.botBody.parse(request.body), roomId: request.params.id })),
  );
  app.post<ById>('/api/rooms/:id/title', async (request, reply) =>
    answer(reply, await rename({ ...bodies.renameBody.parse(request.body), roomId: request.params.id })),
  );

  const messageId = (params: ById['Params']) => bodies.idSchema.parse(params.id);
  app.post<ById>('/api/messages/:id/edit', async (request, reply) =>
    answer(reply, await edit({ ...bodies.editBody.parse(request.body), messageId: messageId(request.params) })),
  );
  app.post<ById>('/api/messages/:id/recall', async (request, reply) =>
    answer(reply, await recall({ ...bodies.personaBody.parse(request.body), messageId: messageId(request.params) })),
  );
  app.post<ById>('/api/messages/:id/react', async (request, reply) =>
    answer(reply, await react({ ...bodies.reactBody.parse(request.body), messageId: messageId(request.params) })),
  );
  app.post<ById>('/api/messages/:id/press', async (request, reply) =>
    answer(reply, await press({ ...bodies.pressBody.parse(request.body), messageId: messageId(request.params) })),
  );

  app.post('/api/personas', async (request, reply) => {
    const persona = await addPersona(bodies.addPersonaBody.parse(request.body));
    return reply.code(201).send(personaView(persona));
  });
}
