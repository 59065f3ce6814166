// @ts-check
/** @typedef {import('../wire.ts').LiveView} LiveView */

/**
 * Hears what is new. The browser connects again by itself; a connection that the server refused for good (signed out,
 * gone for long) is tried again here.
 * @param {{ hear: (view: LiveView) => void, connected: (isConnected: boolean) => void }} handlers
 */
export function listen({ hear, connected }) {
  const source = new EventSource('/api/live');
  source.addEventListener('open', () => connected(true));
  source.addEventListener('message', (event) => hear(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    connected(false);
    if (source.readyState !== EventSource.CLOSED) return;
    source.close();
    setTimeout(() => listen({ hear, connected }), 2000);
  });
}
