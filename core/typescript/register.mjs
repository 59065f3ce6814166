// node --import ./core/typescript/register.mjs FILE.ts
//
// Lets every Node.js that linli supports run its sources as they are. Newer ones strip types by themselves; Node.js 20 does it
// with the same stripper from npm, which is WebAssembly and needs no binary of the platform.
import { register } from 'node:module';

if (!process.features.typescript) register('./load.mjs', import.meta.url);
