import { describe, expect, test } from 'vitest';
import type { DiffLine } from '../../../main/contract/config-changes.ts';
import type { ConfigField, ConfigFileList } from '../../../main/contract/config-files.ts';
import type { ConfigFinding } from '../../../main/domain/config-files/config-finding.ts';
import { withEdits, withText } from '../../../renderer/features/config-files/draft.ts';
import { fixOf } from '../../../renderer/features/config-files/fixes.ts';
import {
  findGroups,
  groupFiles,
  placeTail,
} from '../../../renderer/features/config-files/group-files.ts';
import { conflictsOf, decidedText } from '../../../renderer/features/config-files/merge-choice.ts';
import { unifyDiff } from '../../../renderer/features/config-files/unify-diff.ts';
import { configFile, field, openedFile } from '../../support/config-answers.ts';

const finding = (over: Partial<ConfigFinding>): ConfigFinding => ({
  level: 'error',
  code: 'unknown-element',
  element: 'serverUrl',
  params: {},
  ...over,
});

describe('a draft', () => {
  const opened = openedFile();

  test('forgets an edit back to what the file holds', () => {
    const draft = withEdits(null, opened, { serverUrl: 'https://new/resto' });
    expect(draft).toMatchObject({ type: 'elements' });
    expect(withEdits(draft, opened, { serverUrl: 'http://localhost:8080/resto' })).toBeNull();
  });

  test('keeps edits of several elements, and removal', () => {
    const first = withEdits(null, opened, { serverUrl: 'x' });
    const both = withEdits(first, opened, { terminalId: null });
    expect(both?.type === 'elements' && [...both.edits]).toEqual([
      ['serverUrl', 'x'],
      ['terminalId', null],
    ]);
  });

  test('of the text does not see line ends: the core gives them back', () => {
    const windows = { ...opened, text: 'a\r\nb\r\n' };
    expect(withText(windows, 'a\nb\n')).toBeNull();
    expect(withText(windows, 'a\nc\n')).toEqual({ type: 'text', text: 'a\nc\n' });
  });
});

describe('cures of one click', () => {
  const doubled: ConfigField[] = [
    field('serverUrl', 'one'),
    field('serverUrl[2]', 'two'),
    field('serverUrl[3]', 'three'),
    field('group/serverUrl', 'other'),
  ];

  test('keep the first of a doubled element, the last of a doubled key', () => {
    const element = 'serverUrl[2]';
    expect(fixOf(finding({ code: 'duplicate-element', element }), doubled)?.edits).toEqual({
      'serverUrl[2]': null,
      'serverUrl[3]': null,
    });
    expect(fixOf(finding({ code: 'duplicate-key', element }), doubled)?.edits).toEqual({
      serverUrl: null,
      'serverUrl[2]': null,
    });
  });

  test('move the value to the name that is read, and never over one that is there', () => {
    const wrong = finding({
      code: 'wrong-case',
      element: 'serverurl',
      params: { expected: 'serverUrl' },
    });
    const alone = [field('serverurl', 'mine'), field('serverUrl', null)];
    expect(fixOf(wrong, alone)?.edits).toEqual({ serverurl: null, serverUrl: 'mine' });
    const both = [field('serverurl', 'mine'), field('serverUrl', 'theirs')];
    expect(fixOf(wrong, both)?.edits).toEqual({ serverurl: null, serverUrl: 'theirs' });
  });

  test('set what is expected, switch the partner on, and leave the rest to people', () => {
    const spelt = finding({ code: 'boolean-spelling', params: { expected: 'true' } });
    expect(fixOf(spelt, doubled)).toMatchObject({ name: 'set', edits: { serverUrl: 'true' } });
    const pair = finding({ code: 'pair-card-reader', params: { partner: 'cardReaderConfigured' } });
    expect(fixOf(pair, doubled)?.edits).toEqual({ cardReaderConfigured: 'true' });
    expect(fixOf(finding({ code: 'url-unreadable' }), doubled)).toBeNull();
    expect(fixOf(finding({ params: { expected: '' } }), doubled)).toBeNull();
    expect(fixOf(finding({ element: null }), doubled)).toBeNull();
  });
});

describe('groups of files', () => {
  const list: ConfigFileList = {
    files: [
      configFile({ id: 1, owner: 'Касса 10', place: '/b/10', rootId: 1, modifiedAt: 9 }),
      configFile({ id: 2, owner: 'Касса 2', place: '/b/2', rootId: 1, modifiedAt: 8 }),
      configFile({ id: 3, owner: 'Kassa', place: '/k', modifiedAt: 1, kind: 'front' }),
      configFile({ id: 4, owner: 'Kassa', place: '/k', modifiedAt: 1 }),
    ],
    absent: [{ kind: 'front', place: '/n', owner: 'Новая', reason: 'front-never-started' }],
    searched: [],
    roots: [],
  };

  test('show this PC first, what was brought as people count, the plugin before the till', () => {
    const groups = groupFiles(list);
    expect(groups.map(({ owner }) => owner)).toEqual(['Kassa', 'Новая', 'Касса 2', 'Касса 10']);
    expect(groups[0]?.files.map(({ id }) => id)).toEqual([4, 3]);
    expect(groups[1]?.absent).toHaveLength(1);
  });

  test('are found by owner, place and path', () => {
    expect(findGroups(groupFiles(list), 'касса 2').map(({ owner }) => owner)).toEqual(['Касса 2']);
    expect(findGroups(groupFiles(list), '')).toHaveLength(4);
  });

  test('are called by the end of their place', () => {
    expect(placeTail('C:\\Users\\Kassa\\AppData\\Roaming\\iiko\\CashServer')).toBe(
      'iiko\\CashServer',
    );
    expect(placeTail('/tmp/iiko/Rms/')).toBe('iiko/Rms');
  });
});

describe('differences one below the other', () => {
  const line = (over: Partial<DiffLine>): DiffLine => ({
    type: 'same',
    left: 'x',
    right: 'x',
    leftLine: 1,
    rightLine: 1,
    ...over,
  });

  test('what went away stands above what came, with the changed words', () => {
    const unified = unifyDiff([
      line({ leftLine: 4, rightLine: 4, left: '<a>', right: '<a>' }),
      line({
        type: 'changed',
        left: '<t>10000</t>',
        right: '<t>30000</t>',
        leftLine: 5,
        rightLine: 5,
      }),
      line({ type: 'changed', left: 'old', right: 'new', leftLine: 6, rightLine: 6 }),
      line({ type: 'added', left: null, right: 'more', leftLine: null, rightLine: 7 }),
      line({ leftLine: 7, rightLine: 8, left: '</a>', right: '</a>' }),
    ]);
    expect(unified.map(({ type, text }) => `${type} ${text}`)).toEqual([
      'gap ',
      'same <a>',
      'removed <t>10000</t>',
      'removed old',
      'added <t>30000</t>',
      'added new',
      'added more',
      'same </a>',
    ]);
    expect(unified[0]?.skipped).toBe(3);
    const [, , removed] = unified;
    expect(removed?.text.slice(removed.from, removed.to)).toBe('1');
  });

  test('gaps between are counted', () => {
    const unified = unifyDiff([
      line({ leftLine: 1 }),
      line({ leftLine: 40, type: 'removed', right: null, rightLine: null }),
    ]);
    expect(unified.map(({ type, skipped }) => [type, skipped])).toEqual([
      ['same', 0],
      ['gap', 38],
      ['removed', 0],
    ]);
  });
});

describe('a merge', () => {
  const stretch = (type: 'same' | 'mine' | 'theirs' | 'conflict') => ({
    type,
    base: [`base\n`],
    mine: [type === 'theirs' || type === 'same' ? 'base\n' : 'mine\n'],
    theirs: [type === 'mine' || type === 'same' ? 'base\n' : 'theirs\n'],
  });
  const merge = {
    theirsHash: 'f'.repeat(64),
    merged: null,
    stretches: [stretch('same'), stretch('mine'), stretch('theirs'), stretch('conflict')],
  };

  test('has a text only when every conflict was decided', () => {
    expect(conflictsOf(merge)).toEqual([3]);
    expect(decidedText(merge, new Map())).toBeNull();
    expect(decidedText(merge, new Map([[3, 'mine']]))).toBe('base\nmine\ntheirs\nmine\n');
    expect(decidedText(merge, new Map([[3, 'theirs']]))).toBe('base\nmine\ntheirs\ntheirs\n');
    expect(decidedText({ ...merge, merged: 'ready' }, new Map())).toBe('ready');
  });
});
