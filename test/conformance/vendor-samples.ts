import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const DATA = resolve(import.meta.dirname, '../../../shared/data');
const CLOUD = 'iiko-cloud';

/** True on machines that have the vendor's documents; they may not be copied into the project. */
export const hasSamples = existsSync(DATA);

/** The sentence that says why a conformance suite was skipped. */
export const WITHOUT_SAMPLES = '(skipped: the vendor’s samples, ../shared/data, are not here)';

/** The JSON of one sample. */
export const readSample = (name: string, folder = CLOUD): unknown =>
  JSON.parse(readFileSync(resolve(DATA, folder, name), 'utf8'));

/** Names of the samples that begin so. */
export const sampleNames = (prefix: string, folder = CLOUD): string[] =>
  hasSamples ? readdirSync(resolve(DATA, folder)).filter((name) => name.startsWith(prefix)) : [];
