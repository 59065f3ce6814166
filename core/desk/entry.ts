import type { Origin } from '../../prisma/generated/enums.ts';
import { bareMessage } from '../intake/bare-message.ts';
import type { HeardMatter } from '../intake/understanding.ts';
import { openTicket } from '../tickets/open.ts';
import { showCard } from '../tickets/cards.ts';
import { viewOf } from '../tickets/ticket.ts';
import { redact } from '../text/redact.ts';
import { replyTo, textsOf, type Scene } from './scene.ts';

const originWords: [RegExp, Origin][] = [
  [/^(?:电话|電話|热线|熱線|phone|call|hotline)(?=$|[\s:：,，])/i, 'phone'],
  [/^(?:意见箱|意見箱|信箱|box|suggestion box)(?=$|[\s:：,，])/i, 'suggestion_box'],
  [/^(?:座谈会?|座談會?|会议|會議|meeting)(?=$|[\s:：,，])/i, 'meeting'],
  [/^(?:巡查|巡检|巡檢|patrol)(?=$|[\s:：,，])/i, 'patrol'],
];

/** The way in that a line names first, and the rest of the line. Without a word for it, it came by phone. */
export function readEntry(line: string): { origin: Origin; text: string } {
  for (const [word, origin] of originWords) {
    const said = word.exec(line);
    if (said) return { origin, text: line.slice(said[0].length).replace(/^[\s:：,，]+/, '') };
  }
  return { origin: 'phone', text: line };
}

/**
 * Staff enter in one line what came by phone, suggestion box, meeting or patrol (P1): `登记 电话 3-2-501 厨房漏水`. It is
 * understood like a resident's message; that it is a matter is the staff's word, however little was understood.
 */
export async function enterByHand(scene: Scene, line: string): Promise<void> {
  const { step, community, conversation, message, speaker, event, tools } = scene;
  const texts = textsOf(scene);
  const { origin, text } = readEntry(line);
  if (text === '') {
    await replyTo(scene, 'entry', { text: texts.needsEntry() });
    return;
  }
  const heard = bareMessage({ id: message.id, at: new Date(event.at), text });
  const setting = { buildings: conversation.allBuildings, groupBuildings: [], locale: community.locale };
  const { acts, explanation } = tools.understand(heard, { setting, recent: [], matters: [] });
  const said = acts.find((act) => act.kind === 'report' || act.kind === 'doubt');
  const opened = await openTicket(step, community, {
    matter: said?.matter ?? plainMatter(text),
    origin,
    conversationId: null,
    message: { id: message.id, personId: null },
    requesterId: null,
    explanation: { ...explanation, reasons: [...explanation.reasons, { what: 'entered by staff', weight: 1 }] },
    enteredBy: speaker?.personId ?? null,
  });
  const view = viewOf(opened.ticket);
  const dueAt = opened.dueAt && texts.when(opened.dueAt, step.now, community.timeZone);
  await replyTo(scene, 'entry', { text: texts.entered(view, dueAt) }, opened.ticket.id);
  const attachmentIds = message.attachments.map(({ id }) => id);
  await showCard(step, community, opened.ticket.id, { occasion: 'new', attachmentIds });
}

function plainMatter(text: string): HeardMatter {
  const place = { building: null, unit: null, room: null, spot: null };
  const summary = redact(text).slice(0, 80).toWellFormed();
  return { kind: 'inquiry', area: 'other', urgency: 'normal', place, summary, sensitive: false, confidence: 0 };
}
