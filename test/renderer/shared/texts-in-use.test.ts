import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTexts } from '../../../renderer/shared/i18n/resources.ts';

const ROOT = join(import.meta.dirname, '../../..');
const PLURAL = /_(one|few|many|other)$/;
const russian = Object.keys(await readTexts('ru'));
const known = new Set([...russian, ...russian.map((key) => key.replace(PLURAL, ''))]);

/** Everything the pattern's first group finds in the files, with where it was found. */
function found(files: string, pattern: RegExp): { text: string; file: string }[] {
  return globSync(files, { cwd: ROOT }).flatMap((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return [...source.matchAll(pattern)].map(([, text = '']) => ({ text, file }));
  });
}

describe('texts in use', () => {
  it('exist for every key that the window names', () => {
    const keys = found('renderer/**/*.{ts,tsx}', /\bt\(\s*'([^']+)'/g);
    expect(keys.length).toBeGreaterThan(100);
    expect(keys.filter(({ text }) => !known.has(text))).toEqual([]);
  });

  it('exist for every code that a Failure is made with', () => {
    const codes = found('main/**/*.ts', /new Failure\(\s*'[a-z-]+',\s*'([a-z0-9.-]+)'/g);
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter(({ text }) => !known.has(`failure.${text}`))).toEqual([]);
  });

  it('are never written in the window’s own code', () => {
    const cyrillic = found(
      'renderer/**/*.tsx',
      /^(?!\s*(?:\*|\/\/|\/\*|\{\/\*)).*?([А-Яа-яё]{3,})/gm,
    );
    const outsideComments = cyrillic.filter(({ file, text }) => {
      const source = readFileSync(join(ROOT, file), 'utf8');
      return !source.split('\n').some((line) => /\*|\/\//.test(line) && line.includes(text));
    });
    expect(outsideComments).toEqual([]);
  });
});
