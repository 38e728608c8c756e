import { describe, expect, it } from 'vitest';
import type { ConfigField, OpenConfigFile } from '../../../main/contract/config-files.ts';
import { NIL } from '../../../main/domain/config-files/config-value.ts';
import {
  typedValue,
  withEdits,
  type Edits,
} from '../../../renderer/features/config-files/draft.ts';
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
    nillable: false,
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

const shown = (edits: Edits): ShownFile =>
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

describe('a number that may be null', () => {
  const width = field('fastMenuConfig/width', '300', false);
  const nillable: ConfigField = {
    ...width,
    known: {
      ...width.known!,
      nillable: true,
      value: { type: 'integer', least: 0, most: 9, unit: null },
    },
  };
  const nil: ConfigField = { ...nillable, value: '', nil: true };

  it('is null once nothing is left of it, and no other is', () => {
    expect(typedValue(nillable, '')).toEqual(NIL);
    expect(typedValue(nillable, '30')).toBe('30');
    expect(typedValue(width, '')).toBe('');
  });

  it('shows no value, whether the file says so or the draft', () => {
    const views = [nillable, nil].map((one) => {
      const file = { ...opened, fields: [one] };
      const draft = withEdits(null, file, { [one.element]: NIL });
      const [view] = fieldViews({ opened: file, draft, preview: null } as unknown as ShownFile);
      return [view?.value, view?.nil, view?.edited];
    });
    expect(views).toEqual([
      ['', true, true],
      ['', true, false],
    ]);
  });

  it('given a value is an edit, and null again none', () => {
    const file = { ...opened, fields: [nil] };
    const draft = withEdits(null, file, { [nil.element]: '3' });
    expect(draft).not.toBeNull();
    expect(withEdits(draft, file, { [nil.element]: NIL })).toBeNull();
  });
});
