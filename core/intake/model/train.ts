// npm run train                  learns the model of the understanding from core/intake/training, and writes weights.json beside this file
// npm run train -- --out FILE    writes them there instead
import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fit } from './fit.ts';
import { pack } from './pack.ts';
import { readChats, readLines } from './read-training.ts';

const folder = join(import.meta.dirname, '..', 'training');
const say = (line: string): void => void process.stderr.write(`${line}\n`);

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const fitted = fit(readChats(folder), readLines(join(folder, 'lines')), say);
const file = values.out ?? join(import.meta.dirname, 'weights.json');
// Whoever reads it meanwhile reads the whole of one model.
writeFileSync(`${file}.new`, `${JSON.stringify(pack(fitted.model()))}\n`);
renameSync(`${file}.new`, file);
say(`written: ${file}`);
