import { hear, matterFeatures } from '../../features.ts';
import { THRESHOLDS } from '../../understand.ts';
import type { Act, HeardMatter, Understand } from '../../understanding.ts';
import { corrected } from '../fit-layer.ts';

/**
 * An understanding for tests that believes of each text what it is told to, and goes by the thresholds and the correction of the setting
 * as the real one does: words of danger are never corrected.
 */
export const believing =
  (beliefs: (text: string) => number, by = 'told'): Understand =>
  (message, context) => {
    if (message.fromStaff) return { acts: [], explanation: { by, reasons: [] } };
    const hearing = hear(message, context);
    const believed = beliefs(message.text);
    const { correction = {}, thresholds = THRESHOLDS } = context.setting;
    const features = matterFeatures(hearing);
    const confidence = hearing.danger === null ? corrected({ believed, features }, correction) : believed;
    const matter: HeardMatter = {
      kind: 'repair',
      area: 'facilities',
      urgency: 'normal',
      place: { building: null, unit: null, room: null, spot: null },
      summary: message.text,
      sensitive: false,
      confidence,
    };
    const acts: Act[] =
      confidence >= thresholds.act
        ? [{ kind: 'report', matter }]
        : confidence >= thresholds.ask
          ? [{ kind: 'doubt', matter }]
          : [];
    return { acts, explanation: { by, believed, reasons: [] } };
  };
