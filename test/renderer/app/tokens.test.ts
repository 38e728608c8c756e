import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(join(import.meta.dirname, '../../../renderer/app/tokens.css'), 'utf8');

type Tokens = Readonly<Record<string, string>>;

function tokensOf(block: string | undefined): Tokens {
  const found = [...(block ?? '').matchAll(/--dd-([\w-]+):\s*(#[0-9a-f]{6});/g)];
  return Object.fromEntries(found.map(([, name, value]) => [name, value]));
}

const [, light, dark] = CSS.split(/:root[^{]*\{/);
const SCHEMES = { light: tokensOf(light), dark: { ...tokensOf(light), ...tokensOf(dark) } };

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * channels[0]! + 0.7152 * channels[1]! + 0.0722 * channels[2]!;
}

/** Contrast of WCAG 2.2, 1–21. */
function contrast(one: string, other: string): number {
  const [dim, bright] = [luminance(one), luminance(other)].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  return (bright + 0.05) / (dim + 0.05);
}

const GROUNDS = ['canvas', 'surface', 'raised', 'hover', 'accent-soft'];
const TEXTS = ['text', 'text-secondary', 'accent', 'danger', 'warning', 'success'];

describe.each(['light', 'dark'] as const)('%s tokens', (scheme) => {
  const tokens = SCHEMES[scheme];
  const ratio = (text: string, ground: string) => contrast(tokens[text]!, tokens[ground]!);

  it('are those of the interface document', () => {
    const expected =
      scheme === 'light'
        ? { canvas: '#fafafa', text: '#1b1a19', line: '#e1dfdd', accent: '#0f6cbd' }
        : { canvas: '#1b1a19', text: '#f3f2f1', line: '#3b3a39', accent: '#62abf5' };
    expect(tokens).toMatchObject(expected);
  });

  it.each(TEXTS)('%s can be read on every ground (AA)', (text) => {
    const failing = GROUNDS.filter((ground) => ratio(text, ground) < 4.5);
    expect(failing).toEqual([]);
  });

  it.each(['danger', 'warning', 'success'])('%s can be read on its own soft ground', (tone) => {
    expect(ratio(tone, `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
    expect(ratio('text', `${tone}-soft`)).toBeGreaterThanOrEqual(4.5);
  });

  it('buttons can be read, and what can be used has an edge that is seen', () => {
    expect(ratio('on-accent', 'accent')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-accent', 'accent-hover')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('on-danger', 'danger')).toBeGreaterThanOrEqual(4.5);
    expect(ratio('line-strong', 'surface')).toBeGreaterThanOrEqual(3);
    expect(ratio('line-strong', 'canvas')).toBeGreaterThanOrEqual(3);
  });
});
