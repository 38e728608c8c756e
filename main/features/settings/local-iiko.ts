import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalIiko } from '../../contract/settings.ts';

type Found = LocalIiko['found'][number];

/** Folders under a roaming-data root that iiko's programs make (`iiko-local.md` 1). */
const KNOWN: readonly Readonly<{ steps: readonly string[]; product: Found['product'] }>[] = [
  { steps: ['iiko', 'CashServer'], product: 'iikoFront' },
  { steps: ['syrve', 'CashServer'], product: 'iikoFront' },
  { steps: ['iiko', 'Rms'], product: 'iikoOffice' },
  { steps: ['iiko', 'Chain'], product: 'iikoOffice' },
  { steps: ['syrve', 'Rms'], product: 'iikoOffice' },
  { steps: ['syrve', 'Chain'], product: 'iikoOffice' },
];

/** Says which iiko programs left their files under the roots. Reads folder names only. */
export async function findLocalIiko(roots: readonly string[]): Promise<LocalIiko> {
  const found: Found[] = [];
  for (const root of roots) {
    for (const { steps, product } of KNOWN) {
      const path = await findFolder(root, steps);
      if (path !== null) found.push({ path, product });
    }
    if (!found.some(({ path }) => path.startsWith(root))) {
      const path = await findFolder(root, ['iiko']);
      if (path !== null) found.push({ path, product: 'other' });
    }
  }
  return { searched: roots, found };
}

/** Names are compared as Windows does: tools spell `CashServer` in both ways. */
async function findFolder(root: string, steps: readonly string[]): Promise<string | null> {
  let folder = root;
  for (const step of steps) {
    const name = (await namesIn(folder)).find((one) => one.toLowerCase() === step.toLowerCase());
    if (name === undefined) return null;
    folder = join(folder, name);
  }
  return folder;
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}
