import { chosenBecause } from '../duty/chosen-en.ts';
import { passing } from '../passing/en.ts';
import { followedUp } from '../follow-ups/en.ts';
import { joined, left } from '../incidents/en.ts';
import { decided } from '../suggestions/en.ts';
import { words } from '../words/en.ts';
import { dots, isAnswerable, lines, markOf, quoted, wordIn } from '../layout.ts';
import type { Texts, TicketLine, TicketView } from '../texts.ts';

const nobody = 'nobody in charge';

function head(ticket: TicketView): string {
  const urgency = ticket.urgency === 'normal' ? null : words.urgency(ticket.urgency);
  const isPrivate = ticket.sensitive ? 'in private' : null;
  return `${ticket.code} ${dots(words.kind(ticket.kind), words.area(ticket.area), urgency, isPrivate)}`;
}

function line(ticket: TicketLine): string {
  const due = ticket.dueAt && (ticket.overdue ? `overdue (${ticket.dueAt})` : `by ${ticket.dueAt}`);
  const where = words.place(ticket.place, 'full');
  return `${markOf(ticket.urgency)} ${dots(`${ticket.code} ${words.kind(ticket.kind)}`, where, quoted(ticket.summary, 40), ticket.assignee ?? nobody, due)}`;
}

const command = (verb: Parameters<Texts['verb']>[0]): string => words.verb(verb).toLowerCase();

const carried: Partial<Record<Parameters<Texts['carriedOut']>[0], string>> = {
  take: 'Taken, the resident knows',
  answer: 'Told the resident',
  ask: 'Asked the resident',
  promise: 'The resident knows the time',
  progress: 'Told the resident how it stands',
  pass: 'Passed on; until it is taken, nothing changes',
  merge: 'Merged',
  dismiss: 'Put aside, not a ticket',
  done: 'Done; the resident is asked to confirm',
  decline: 'Given back',
  reopen: 'Open again',
};

export const staff = {
  card: (card) =>
    lines(
      `${markOf(card.urgency)} ${head(card)}`,
      words.place(card.place, 'full'),
      `“${quoted(card.summary)}”`,
      dots(
        card.requester,
        words.origin(card.origin),
        card.reporters > 1 && card.kind !== 'suggestion' && `${card.reporters} people`,
        card.chased > 0 && `asked after ${card.chased === 1 ? 'once' : `${card.chased} times`}`,
        card.photos > 0 && `${card.photos} ${card.photos === 1 ? 'photo' : 'photos'}`,
      ),
      dots(
        card.offered
          ? passing.inChargeUntil(card.offered.to, card.offered.acceptBy, card.assignee ?? nobody)
          : `${card.assignee ?? nobody} (${words.status(card.status)})`,
        card.dueAt ? `by ${card.dueAt}` : card.status === 'waiting' && 'limits stand still',
        card.score !== null && `rated ${card.score}/5`,
      ),
      dots(card.lastStep, card.settledByResident && 'a resident says it is settled: please check and close'),
      ...(card.notes ?? []),
      isAnswerable(card) && 'Reply to this card to answer the resident',
    ),

  doubt: (sender, said, ticket) =>
    lines(
      `Is this something for the office? ${sender} wrote:`,
      `“${quoted(said)}”`,
      `Perhaps: ${dots(ticket.urgency === 'emergency' && `${markOf('emergency')} EMERGENCY`, words.kind(ticket.kind), words.area(ticket.area), words.place(ticket.place, 'full'))}`,
    ),
  doubtLikeNote: (other) =>
    `May be the same as ${other.code}${other.summary === null ? '' : `, “${quoted(other.summary, 24)}”`}: once it is a ticket, the two can be merged`,
  doubtYes: () => 'Yes, open a ticket',
  doubtNo: () => 'No',
  doubtSettled: (by, code) => (code ? `${by}: opened ${code}` : `${by}: not a ticket`),
  doubtShown: (by, said, code) =>
    `${by} said ${said === '' ? 'more' : `“${quoted(said)}”`}: ${code ? `opened ${code}` : 'noted on a ticket'}; no need to choose any more.`,
  doubtTakenBack: (by) => `${by} took these words back; no need to choose any more.`,
  doubtChanged: (by, said) => `${by} changed this to “${quoted(said)}”; no need to choose any more.`,
  seemsLikeNote: (code, other) =>
    `May be the same as ${other.code}${other.summary === null ? '' : `, “${quoted(other.summary, 24)}”`}: if so, say “${words.verb('merge').toLowerCase()} ${code} ${other.code}”`,
  wroteOnClosed: (code, sender, said) =>
    lines(`${sender} wrote again about ${code}, which is over:`, `“${quoted(said)}”`, 'Reopen it?'),
  reopenChoice: () => 'Reopen',
  leaveChoice: () => 'Leave it',
  addedToTicket: (code, sender, said) => `${code} ${sender} adds: ${quoted(said, 200) || '(photo)'}`,
  cardBrief: (code, what, { closed, reporters }) =>
    `${code}: ${[what ?? `now reported by ${reporters}`, closed && 'closed'].filter(Boolean).join(', ')}`,
  carriedOut: (verb, code) => `${carried[verb] ?? 'Carried out'} · ${code}`,
  notByChat: (code) =>
    `${code}: on record. It did not come by chat, so the resident sees nothing: please ring or tell them.`,
  entered: (ticket, dueAt) =>
    lines(
      `On record: ${head(ticket)}`,
      dots(words.place(ticket.place, 'full'), ticket.assignee ?? nobody, dueAt && `answer by ${dueAt}`),
    ),
  choosePromise: (code) => `When will ${code} be seen to? Choose, or write “promise ${code} tomorrow 15:00”.`,
  choosePass: (code) => `Who takes over ${code}? Choose, or write “pass ${code} NAME”.`,
  promiseIn: (minutes) => ({ 30: 'within 30 minutes', 60: 'within 1 hour', 120: 'within 2 hours' })[minutes],
  promiseToday: () => 'today, by the end of work',
  promiseTomorrow: () => 'tomorrow by noon',
  timeline: (ticket, steps) =>
    lines(
      head(ticket),
      dots(words.place(ticket.place, 'full'), words.status(ticket.status), ticket.assignee ?? nobody),
      `“${quoted(ticket.summary)}”`,
      ...steps.map(({ at, who, what }) => `${at} ${dots(who, what)}`),
    ),
  openTickets: (tickets, all) =>
    lines(
      `Open tickets: ${all}${all > tickets.length ? `, the ${tickets.length} most pressing` : ''}`,
      ...tickets.map(line),
      all > tickets.length && `${all - tickets.length} more are not shown: write “find” and words or a code.`,
      'Write “show” and a code for its history.',
    ),
  noOpenTickets: () => 'No ticket is open.',

  deliveryFailed: (code, why) =>
    `${code ? `A message about ${code}` : 'A message'} could not be delivered: ${why}. Please reach the person another way.`,
  botRemoved: (group) =>
    `The bot was removed from “${group}” and hears nothing there. Invite and link it again if it is wanted.`,
  intakeFault: () =>
    'A resident’s message could not be processed, however often it was tried. It is kept; please look into the group, and have an administrator look into the log.',

  helpForStaff: () =>
    lines(
      'Reply to a card to answer the resident, or write “command code words”: answer A7K2 the technician is on the way',
      '“take” alone is about the last card; where it may be another, I ask first. Where choices have numbers, reply with the number.',
      'take · answer · ask · promise (promise A7K2 tomorrow 15:00) · progress · pass (pass A7K2 Wang; until it is taken, nothing changes) · decline',
      'postpone (postpone A7K2 2h waiting for parts) · merge (merge A7K2 B3M4) · not a ticket · done · reopen · follow up (follow up A7K2 satisfied) · show',
      'log phone building 3 room 501 the lift has stopped: what came by phone, suggestion box, meeting or patrol',
      'flat 7-2-502 as a reply to a resident’s message or card: notes their flat · join: makes you one person on two platforms',
      'duty: who is on duty (duty this week) · swap 30 Nov @Wang · absent 25 Nov to 27 Nov · grid, deputy: who answers for what',
      'notice 3 status / unconfirmed / told 3-2-501: who has heard it · emergency plan fire: the steps · activity 1: who comes, who came · care: who is asked · fees paid 3-2-501 (direct chat)',
      'list: open tickets · incident: what several flats reported, answered at once · find lift building 3: any ticket, old or new · faq: questions that are asked often. Chinese words and /take work as well.',
    ),
  helpForManagers: () =>
    lines(
      'Tickets past their limit, emergencies and messages that could not be delivered are told here.',
      'list: open tickets · show A7K2: the history of one · log: enter one for a resident',
      '/role maintenance 3,4 as a reply to a colleague’s message: they look after buildings 3 and 4; without buildings, the whole estate · /role remove @name: they are given no more tickets',
      'duty mon-fri 08:30-18:00 maintenance @Li @Wang · grid building 3 @Li · deputy @Wang · capacity @Li 8 · absent @Li tomorrow',
      'policy: what residents are promised; “policy inquiry 12h” proposes a change, “policy versions” lists them',
      'To tell residents: notice · template · tag · publication · emergency plan · drill · care · fees. How: “help notices”',
      'To ask them: questionnaire · vote · consultation · pledge · activity · faq; suggestions: adopt / turn down. How: “help votes”',
      'ratings: how residents rated staff and contractors in the last 90 days · shadow GROUP on: only listen there, with a report after a week',
      'accounts: whether ours are online · quota: what was sent and what waits · stop wechat / resume wechat · login code',
      'held back: what was put off, merged or left unsent, and why; it can be sent now · channels: whether groups and accounts are well · source: devices that report (add them in the direct chat)',
      '/link residents 3,4 · /link staff · /link managers: in the group that is to be linked',
    ),

  unknownCode: (code, near) =>
    `There is no ${code}; nothing was changed. ${near ? `Did you mean ${near}?` : 'Write “list” for all codes.'}`,
  whichChoice: (said) => `Which one does “${quoted(said, 12)}” stand for? Nothing was changed.`,
  notOffered: (said, offered) =>
    `“${quoted(said, 12)}” is not among the choices; nothing was changed. You can choose: ${offered}`,
  whichTicket: (verb) => `${words.verb(verb)}: which one? Reply to its card, or add the code: “${command(verb)} A7K2”.`,
  nearestVerb: (said, verb, code) =>
    `There is no “${quoted(said, 20)}”; nothing was changed. Did you mean “${[command(verb), code].filter(Boolean).join(' ')}”?`,
  codeAndWords: (code, said, tells) =>
    `There is no command in “${code} ${quoted(said, 24)}”; nothing was changed, and the resident heard nothing. What is to be done?${tells.length > 0 ? ` ${tells.map((verb) => `“${words.verb(verb)}”`).join(' or ')} sends these words to the resident.` : ''}`,
  needsText: (verb) =>
    `Some words are missing: “${command(verb)} A7K2 the technician is on the way”. Nothing was changed.`,
  needsTime: () =>
    'I could not read the time; nothing was changed. Write “today 15:00”, “tomorrow 10am” or “in 2 hours”.',
  timePassed: () => 'That time has passed; nothing was changed. Please give one that is still to come.',
  needsPerson: (names) =>
    `To whom? ${names.length > 0 ? `It can be ${names.join(', ')}.` : 'Please give a colleague’s name.'} Nothing was changed.`,
  needsEntry: () => 'Please say how it came and what it is: log phone building 3 room 501 the lift has stopped',
  ticketIsOver: (code, status) =>
    `${code} is over (${words.status(status)}); nothing was changed. To go on with it, “reopen ${code}” first.`,
  alreadyTaken: (code, assignee) =>
    `${assignee} has taken ${code}; nothing was changed. To take it over, write “take ${code}”.`,
  cannotMerge: (code) =>
    `${code} cannot be merged like that; nothing was changed. Give two different codes that are not merged yet: “merge A7K2 B3M4”.`,

  setupDone: (community) =>
    `All set: you are the first manager of ${community}, and this is the staff group. Write /link residents in the residents’ group, and it can begin.`,
  setupWrong: () => 'The code is wrong, or has been used.',
  linked(audience, buildings) {
    const group = { residents: 'the residents’ group', staff: 'the staff group', managers: 'the managers’ group' }[
      audience
    ];
    return `Linked: this is ${group}${buildings.length > 0 ? ` of buildings ${buildings.join(', ')}` : ''}.`;
  },
  linkHow: () =>
    lines(
      'In the group that is to be linked, write one of:',
      '/link residents 3,4 (the residents of buildings 3 and 4; without buildings, of the whole estate)',
      '/link staff · /link managers',
    ),
  roleGranted: (name, role, buildings) =>
    `${name} now has the role ${words.role(role)}${buildings.length > 0 ? ` for buildings ${buildings.join(', ')}` : ''}.`,
  roleHow: () =>
    'Reply to a message of that colleague with “/role maintenance 3,4” (without buildings: the whole estate). Roles: customer service, maintenance, security, cleaning, greening, manager, supervisor, committee, contractor.',

  step(type, data) {
    const by = wordIn(data, 'by') ?? 'staff';
    const text = wordIn(data, 'text');
    const steps: Record<string, () => string> = {
      opened: () => 'opened',
      assigned: () => `in charge: ${wordIn(data, 'name') ?? 'nobody'}${chosenBecause(data)}`,
      taken: () => `taken by ${by}`,
      answered: () => `${by} answered: ${text ?? ''}`,
      auto_answered: () => `answered automatically (FAQ ${wordIn(data, 'faq') ?? ''})`,
      decided: () => decided(by, data['adopted'] === true, text),
      auto_unhelpful: () => 'the automatic answer did not help',
      asked_back: () => `${by} asked the resident: ${wordIn(data, 'question') ?? ''}`,
      promised: () => [`${by} promised a time`, wordIn(data, 'dueAt'), wordIn(data, 'note')].filter(Boolean).join(', '),
      progressed: () => `${by} on progress: ${text ?? ''}`,
      passed: () => `${by} passed it to ${wordIn(data, 'toName') ?? 'a colleague'}`,
      declined: () => [`${by} gave it back`, wordIn(data, 'reason')].filter(Boolean).join(': '),
      returned: () =>
        `${wordIn(data, 'fromName') ?? 'a colleague'} did not take it; ${wordIn(data, 'toName') ?? 'whoever had it'} keeps it`,
      merged: () => `${by} merged it into ${wordIn(data, 'intoCode') ?? 'another'}`,
      absorbed: () => `${by} merged ${wordIn(data, 'fromCode') ?? 'another'} into it`,
      dismissed: () => `${by}: not a ticket`,
      message_added: () => (text ? `a resident added: ${text}` : 'a resident added something'),
      message_recalled: () => 'a resident took a message back',
      message_edited: () => 'a resident changed a message',
      policy_moved: () => `counted by version ${wordIn(data, 'version') ?? ''} of the service standards from now on`,
      corrected: () => 'details corrected',
      settled_by_resident: () => 'a resident says it is settled',
      incident_joined: () => joined(wordIn(data, 'incident') ?? '', wordIn(data, 'by')),
      incident_left: () =>
        left(wordIn(data, 'incident') ?? '', wordIn(data, 'by'), {
          why: wordIn(data, 'why') ?? '',
          text: text ?? null,
        }),
      done: () => (text ? `${by}, done: ${text}` : `${by}: done`),
      rated: () =>
        `rated ${wordIn(data, 'score') ?? '?'} of 5${wordIn(data, 'comment') ? `: ${wordIn(data, 'comment')}` : ''}`,
      confirmed: () => 'the resident confirms it is solved',
      reopened: () =>
        `${data['by'] === 'resident' ? 'the resident says not solved, reopened' : 'reopened'}${wordIn(data, 'comment') ? `: ${wordIn(data, 'comment')}` : ''}`,
      follow_up_planned: () => ['To be followed up', wordIn(data, 'dueAt')].filter(Boolean).join(', '),
      followed_up: () => followedUp(wordIn(data, 'outcome') ?? '', wordIn(data, 'note')),
      closed: () => 'closed',
      reminded: () => 'reminded the person in charge',
      seems_like: () => `may be the same as ${wordIn(data, 'code') ?? 'another ticket'}`,
      may_be_missing: () =>
        `messages between ${wordIn(data, 'from') ?? ''} and ${wordIn(data, 'until') ?? ''} may be missing`,
      machine_reported: () =>
        `the device “${wordIn(data, 'device') ?? ''}” ${data['alarm'] === true ? `alarms (no. ${wordIn(data, 'count') ?? '1'})` : 'reports that all is well'}`,
      breached: () => `past its limit (${wordIn(data, 'clause') ?? 'limit'})`,
      escalated: () => `told ${wordIn(data, 'told') ?? 'those above'} (${wordIn(data, 'clause') ?? 'limit'})`,
      apologised: () =>
        ['apologised to the resident', wordIn(data, 'dueAt') && `who hears by ${wordIn(data, 'dueAt')}`]
          .filter(Boolean)
          .join(', '),
      paused: () => 'limits stand still until the resident answers',
      resumed: () => 'limits run again',
      postponed: () =>
        [
          `${by} put the reminder off`,
          wordIn(data, 'until') && `until ${wordIn(data, 'until')}`,
          wordIn(data, 'reason'),
        ]
          .filter(Boolean)
          .join(', '),
      delivery_failed: () => `a message could not be delivered: ${words.failure(wordIn(data, 'failure') ?? '')}`,
    };
    return steps[type]?.() ?? 'a new entry';
  },
} satisfies Partial<Texts>;
