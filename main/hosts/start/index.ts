import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Before the first module of the program is loaded: compiled once, not at each start.
enableCompileCache(join(import.meta.dirname, '../../../dist/compiled'));
await import('./start.ts');
