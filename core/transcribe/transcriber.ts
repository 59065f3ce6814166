/** Turns speech into text. */
export interface Transcriber {
  /**
   * @returns the words; empty when nothing was said.
   * @throws when the server does not answer, or does not take the recording.
   */
  transcribe(voice: { bytes: Uint8Array; fileName: string; mimeType: string | null }): Promise<string>;
}

/** The server turned the recording away, or gave no sensible answer. */
export class TranscribeError extends Error {
  override readonly name = 'TranscribeError';
}

const PATIENCE_MS = 60_000;

/**
 * An OpenAI-compatible server: `POST URL/audio/transcriptions`, a form with `file` and `model`, answered by `{ text }`.
 * Source: https://platform.openai.com/docs/api-reference/audio/createTranscription
 */
export function createTranscriber(server: { url: string; model: string; key: string | null }): Transcriber {
  return {
    async transcribe({ bytes, fileName, mimeType }) {
      const form = new FormData();
      form.set('model', server.model);
      form.set('file', new Blob([new Uint8Array(bytes)], mimeType === null ? {} : { type: mimeType }), fileName);
      const answer = await fetch(`${server.url}/audio/transcriptions`, {
        method: 'POST',
        body: form,
        ...(server.key === null ? {} : { headers: { authorization: `Bearer ${server.key}` } }),
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      if (!answer.ok) throw new TranscribeError(`the transcription server answers ${answer.status}`);
      const said: unknown = await answer.json();
      const text = typeof said === 'object' && said !== null && 'text' in said ? said.text : null;
      if (typeof text !== 'string') throw new TranscribeError('the transcription server answers without a text');
      return text.trim();
    },
  };
}
