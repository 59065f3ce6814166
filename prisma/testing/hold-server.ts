// Starts the embedded server on the folder named, prints its address, and holds it until it is killed.
import { startEmbeddedPostgres } from '../embedded/start.ts';

const [dataDir = ''] = process.argv.slice(2);
const { url } = await startEmbeddedPostgres({ dataDir });
process.stdout.write(`${url}\n`);
