import { describe, expect, it } from 'vitest';
import type { ConfigField, OpenConfigFile } from '../../../main/contract/config-files.ts';
import { withEdits } from '../../../renderer/features/config-files/draft.ts';
import { fieldViews, nextInList } from '../../../renderer/features/config-files/field-views.ts';
import type { ShownFile } from '../../../renderer/features/config-files/file-state.ts';

const field = (element: string, value: string, repeated: boolean): ConfigField => ({
  element,
  value,
  nil: false,
  known: {
    kind: 'front',
    path: element.replace(/\[\d+\]/, ''),
    value: { type: 'text' },
    otherwise: null,
    repeated,
    rule: null,
    source: '1.3',
  },
  recommended: null,
  line: 3,
});

const opened = {
  fields: [
    field('allowedParsers', 'auth', true),
    field('allowedParsers[2]', 'barcode', true),
    field('serverUrl', 'https://a', false),
  ],
  findings: [],
} as unknown as OpenConfigFile;

const shown = (edits: Readonly<Record<string, string | null>>): ShownFile =>
  ({ opened, draft: withEdits(null, opened, edits), preview: null }) as unknown as ShownFile;

describe('fields of a legal list', () => {
  it('go on after the last one only, and where nothing repeats not at all', () => {
    const views = fieldViews(shown({}));
    expect(views.map((view) => nextInList(view, views))).toEqual([null, 'allowedParsers[3]', null]);
  });

  it('show the one that was just added, ready for a value, and let it be taken back', () => {
    const views = fieldViews(shown({ 'allowedParsers[3]': '' }));
    expect(views.map(({ field: { element }, value, edited }) => [element, value, edited])).toEqual([
      ['allowedParsers', 'auth', false],
      ['allowedParsers[2]', 'barcode', false],
      ['allowedParsers[3]', '', true],
      ['serverUrl', 'https://a', false],
    ]);
    expect(nextInList(views[2]!, views)).toBe('allowedParsers[4]');
    expect(
      withEdits(shown({ 'allowedParsers[3]': '' }).draft, opened, { 'allowedParsers[3]': null }),
    ).toBe(null);
  });
});
