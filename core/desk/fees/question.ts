import { bareMessage } from '../../intake/bare-message.ts';
import { redact } from '../../text/redact.ts';
import { textsFor } from '../../text/texts-for.ts';
import type { OwedItem } from '../../notices/fees/paid.ts';
import { announceTickets } from '../../tickets/announce.ts';
import { openTicket } from '../../tickets/open.ts';
import { openStatuses } from '../../tickets/ticket.ts';
import { parseRating } from '../../tickets/rating.ts';
import type { Scene } from '../scene.ts';
import { noteAct } from '../note-act.ts';

/** Nothing is asked by it. */
const nothing =
  /^(?:好的?|收到|知道了?|嗯+|哦+|谢谢.{0,6}|謝謝.{0,6}|ok|okay|got it|thanks?.{0,8})[。.!！~～\s🙏👌👍]*$/iu;

/**
 * What a household writes about its fee is a ticket like any other, about fees and private (P8i); a danger is left to the understanding. While an
 * earlier question of theirs is open, it goes on there. Returns whether it was taken.
 */
export async function askAboutFee(scene: Scene, item: OwedItem): Promise<boolean> {
  const { step, community, conversation, message, speaker, event, tools } = scene;
  const text = event.text.trim();
  if (!speaker || (text === '' && message.attachments.length === 0) || nothing.test(text)) return false;
  if (parseRating(text)?.kind === 'thanks') return false;
  const heard = bareMessage({ id: message.id, at: new Date(event.at), text });
  const setting = { buildings: conversation.allBuildings, groupBuildings: [], locale: community.locale };
  const { acts, explanation } = tools.understand(heard, { setting, recent: [], matters: [] });
  const act = acts.find(({ kind }) => kind === 'report' || kind === 'doubt');
  const understood = act && 'matter' in act ? act.matter : null;
  if (understood?.urgency === 'emergency') return false;
  // What is about something else altogether is heard as what it is.
  if (act?.kind === 'report' && understood?.kind === 'repair') return false;
  const isOpen = await step.tx.ticket.findFirst({
    where: {
      communityId: community.id,
      requesterId: speaker.personId,
      area: 'fees',
      conversationId: conversation.id,
      status: { in: openStatuses },
    },
    select: { id: true },
  });
  if (isOpen) return false;
  const summary = redact(`${textsFor(community.locale).feeQuestion(item.list.title)}：${text}`);
  const opened = await openTicket(step, community, {
    matter: {
      kind: understood?.kind === 'complaint' ? 'complaint' : 'inquiry',
      area: 'fees',
      urgency: 'normal',
      place: speaker.flat ?? { building: null, unit: null, room: null, spot: null },
      summary: Array.from(summary).slice(0, 80).join('').toWellFormed(),
      sensitive: true,
    },
    origin: 'direct',
    conversationId: conversation.id,
    message: { id: message.id, personId: speaker.personId },
    requesterId: speaker.personId,
    explanation: { ...explanation, reasons: [...explanation.reasons, { what: 'reply to a fee reminder', weight: 1 }] },
    enteredBy: null,
  });
  await announceTickets({ step, community, conversation, message }, [opened]);
  await noteAct({ step, message }, 'report');
  return true;
}
