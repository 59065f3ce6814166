import { z } from 'zod';

/** Nobody knows where the gateway of the token is at the moment. */
export class GatewayNotFound extends Error {
  override readonly name = 'GatewayNotFound';
}

const answerSchema = z.object({ host: z.string().min(1), port: z.coerce.number().int().positive().max(65_535) });
const WITHIN_MS = 10_000;

/**
 * Asks the directory of wechaty's gateways, at `directory` (`https://api.chatie.io`), where the one of a token listens, as
 * `host:port`. wechaty's own way of asking (wechaty-token 1.1.2) ends the whole process with the current @grpc/grpc-js, whether
 * it finds the gateway or not, and prints the token.
 *
 * @throws {GatewayNotFound} when the directory cannot be reached, or does not know where it is
 */
export async function findGateway(token: string, directory: string): Promise<string> {
  try {
    const url = `${directory}/v0/hosties/${encodeURIComponent(token)}`;
    const response = await fetch(url, { signal: AbortSignal.timeout(WITHIN_MS) });
    const { host, port } = answerSchema.parse(await response.json());
    return `${host}:${port}`;
  } catch (error) {
    throw new GatewayNotFound('the gateway of WECHATY_PUPPET_SERVICE_TOKEN cannot be found', { cause: error });
  }
}
