import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTexts } from '../../../renderer/shared/i18n/resources.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FILES = [
  'main/documents/zone-files/**/*.ts',
  'main/sources/zone-maps/*.ts',
  'main/features/zone-files/*.ts',
  'main/domain/zones/{zone-link,pasted-url}.ts',
];
const PLURAL = /_(one|few|many|other)$/;
const texts = new Set(Object.keys(await readTexts('ru')).map((key) => key.replace(PLURAL, '')));
const source = FILES.flatMap((files) => globSync(files, { cwd: ROOT }))
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');
const found = (pattern: RegExp): string[] => [...source.matchAll(pattern)].map(([, code]) => code!);

test('every refusal of a map or a link has its sentence, however it is thrown', () => {
  const codes = found(/'(zones\.[a-z0-9-]+)'/g);
  expect(new Set(codes).size).toBeGreaterThan(70);
  expect(codes.filter((code) => !texts.has(`failure.${code}`))).toEqual([]);
});

test('every reason of a report has its words', () => {
  const others = ['point', 'line', 'closed-line', 'overlay', 'track', 'model'];
  const reasons = [...found(/reason\(\s*'([a-z0-9-]+)'/g), ...found(/'(name-[a-z]+)'/g), ...others];
  expect(new Set(reasons).size).toBeGreaterThan(15);
  expect(reasons.filter((code) => !texts.has(`zones.import.${code}`))).toEqual([]);
});
