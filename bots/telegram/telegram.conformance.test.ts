import { describeChannel } from '../../core/channel/testing/conformance.ts';
import { startTelegramHarness } from './testing/telegram-harness.ts';

describeChannel('telegram, by long polling', () => startTelegramHarness('polling'), ['recall', 'dedupe']);
describeChannel('telegram, by webhook', () => startTelegramHarness('webhook'), ['recall', 'dedupe']);
