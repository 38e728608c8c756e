import { programFolder } from '../program-folder.ts';
import { buildMain, buildPreload } from './build-main.ts';
import { buildRenderer } from './build-renderer.ts';

const root = programFolder();
await buildRenderer(root);
await buildPreload(root);
await buildMain(root);
console.log('Built dist/renderer, dist/preload and dist/main.');
