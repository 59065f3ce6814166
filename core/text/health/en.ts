import { dots, lines } from '../layout.ts';
import { people } from '../people/en.ts';
import type { ChannelTrouble, HealthTexts } from './texts.ts';

const audiences = { residents: 'residents', staff: 'staff', managers: 'managers' };
const states = { active: 'well', left: 'the bot is not in it any more', unreachable: 'cannot be reached' };
const queues = { outbox: 'messages to be sent', inbound: 'messages that came in', deadlines: 'reminders that are due' };

function what(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'failing'
        ? `Messages to “${trouble.group}” fail one after the other`
        : `“${trouble.group}” cannot be reached`;
    case 'silent':
      return `“${trouble.group}” is unusually quiet`;
    case 'clock_skew':
      return trouble.platform === null
        ? 'The clocks of the database and of this machine differ'
        : `The clock of ${trouble.platform} is ahead of ours`;
    case 'queue_lag':
      return `The ${queues[trouble.queue]} pile up`;
    case 'account_down':
      return `Our ${people.platform(trouble.account.channel)} account${trouble.account.name ? ` “${trouble.account.name}”` : ''} is not online`;
  }
}

function sinceOf(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'silent':
      return `nothing since ${trouble.since}, where about ${trouble.usual} messages are usual`;
    case 'clock_skew':
      return `by ${trouble.by}`;
    case 'unreachable':
    case 'queue_lag':
    case 'account_down':
      return `since ${trouble.since}`;
  }
}

function meaning(trouble: ChannelTrouble): string {
  switch (trouble.kind) {
    case 'unreachable':
      return trouble.why === 'left'
        ? 'Nothing is heard or said there. Please invite the bot again.'
        : 'Answers and notices do not arrive there. Please see whether the bot is muted or blocked, and invite it again if need be.';
    case 'silent':
      return 'Maybe nobody has anything to say, maybe we do not hear it. Please write a line there and see whether the bot gets it.';
    case 'clock_skew':
      return 'Limits will be counted wrongly. Please check the time service of the server.';
    case 'queue_lag':
      return 'Answers and reminders that people wait for come late. Please look into the log, and restart if need be.';
    case 'account_down':
      return 'Nothing is heard or said there. Please log it in again soon.';
  }
}

const told = (trouble: ChannelTrouble): string => lines(`${what(trouble)} ${sinceOf(trouble)}.`, meaning(trouble));

export const health = {
  channelsTroubled: (troubles) =>
    lines(
      troubles.length > 1
        ? `⚠️ ${troubles.length} things are wrong with the channels`
        : '⚠️ Something is wrong with a channel',
      ...troubles.map(told),
    ),
  channelsWell: (over) => lines(...over.map(({ trouble, lasted }) => `✅ ${what(trouble)}: over, after ${lasted}.`)),
  channels: (groups, accounts, troubles) =>
    lines(
      troubles.length > 0 ? `⚠️ Wrong now (${troubles.length}):` : '✅ All channels are well.',
      ...troubles.map(told),
      groups.length > 0 && 'Groups:',
      ...groups.map(({ title, platform, audience, state, heard }) =>
        dots(
          `“${title || 'a group without a name'}” (${audiences[audience]})`,
          platform,
          states[state],
          heard ? `last heard ${heard}` : 'nothing heard yet',
        ),
      ),
      accounts.length > 0 && 'Accounts, with what they missed in the last day:',
      accounts.length > 0 && people.accounts(accounts),
    ),
  missingNote: (from, until) => `⚠️ Messages between ${from} and ${until} may be missing`,
} satisfies HealthTexts;
