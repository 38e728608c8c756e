import { cpSync, globSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { programFolder } from '../program-folder.ts';
import program from '../../../package.json' with { type: 'json' };

/*
 * After `npm run dist`: the maps of the bundles, which no installer carries, are kept beside the
 * installers under the version, so that a stack from a log can be read years later.
 */
const root = programFolder();
const kept = join(root, 'dist', 'installer', `source-maps-${program.version}`);
for (const map of globSync('dist/{main,preload,renderer}/**/*.map', { cwd: root })) {
  const target = join(kept, map.slice('dist'.length));
  mkdirSync(dirname(target), { recursive: true });
  cpSync(join(root, map), target);
}
console.log(`Source maps kept in ${kept}`);
