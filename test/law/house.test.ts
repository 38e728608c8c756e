import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDERS = ['main', 'preload', 'renderer', 'resources', 'test', '.ci', '.github'];
const MADE = new Set(['node_modules', 'dist', '.git', '.test-output', '.vscode', '.idea']);
const VAGUE = /(^|[/-])(utils?|helpers?|common|manager|service|misc)([/.-]|$)/;
const BARREL = /(^|\/)index\.tsx?$/;
const BARRELS = [
  /^main\/index\.ts$/,
  /^preload\/index\.ts$/,
  /^main\/contract\/index\.ts$/,
  /^(main|renderer)\/features\/[^/]+\/index\.ts$/,
  /^main\/hosts\/(start|cli)\/index\.ts$/,
  /^test\/bench\/index\.ts$/,
];

/** Every file but what is installed, built or left behind by tests. */
function filesOfTheHouse(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (MADE.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesOfTheHouse(path) : [path];
  });
}

const files = filesOfTheHouse();

test('there is a house to look at', () => {
  expect(files.filter((path) => path.startsWith('main/')).length).toBeGreaterThan(10);
});

test('no folder stands beside those that were agreed', () => {
  const top = new Set(files.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
  expect([...top].filter((folder) => !FOLDERS.includes(folder ?? ''))).toEqual([]);
});

test('no file is named after nothing', () => {
  expect(files.filter((path) => VAGUE.test(path))).toEqual([]);
});

test('nothing but the contract, a feature and an entry is an index', () => {
  const barrels = files.filter((path) => BARREL.test(path));
  expect(barrels.filter((path) => !BARRELS.some((lawful) => lawful.test(path)))).toEqual([]);
});

test('resources hold no code', () => {
  const inside = files.filter((path) => path.startsWith('resources/'));
  expect(inside.filter((path) => /\.[cm]?[jt]sx?$/.test(path))).toEqual([]);
});

/** The folder law reads what is imported between quotes only. */
const HIDDEN_IMPORT = /\b(import|require)\(\s*`/;

test('no import hides its module in a template literal', () => {
  expect(HIDDEN_IMPORT.test('await import(`../store/thing.ts`)')).toBe(true);
  const sources = files.filter((path) => /^(main|preload|renderer)\/.*\.tsx?$/.test(path));
  const hiding = sources.filter((path) =>
    HIDDEN_IMPORT.test(readFileSync(join(ROOT, path), 'utf8')),
  );
  expect(hiding).toEqual([]);
});
