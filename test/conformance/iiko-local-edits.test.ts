import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { propertyOf, setProperty } from '../../main/documents/properties/edit-properties.ts';
import { openProperties } from '../../main/documents/properties/open-properties.ts';
import { eachElement, elementAt } from '../../main/documents/xml/element-path.ts';
import { insertElement } from '../../main/documents/xml/insert-element.ts';
import { openXml } from '../../main/documents/xml/open-xml.ts';
import { removeElement } from '../../main/documents/xml/remove-element.ts';
import { setElement } from '../../main/documents/xml/set-element.ts';
import type { XmlDocument } from '../../main/documents/xml/xml-document.ts';
import { plain, readBySaxes } from '../fuzz/saxes-oracle.ts';

/** Hand-made files, good, awkward and broken (`iiko-local.md` 1); absent outside this workplace. */
const FOLDER = resolve(import.meta.dirname, '../../../shared/data/iiko-local/config');
const BROKEN = /entity_bomb|nul_filled|truncated|zero_bytes/;
const isHere = existsSync(FOLDER);
const sound = isHere
  ? readdirSync(FOLDER).filter((name) => name.endsWith('.xml') && !BROKEN.test(name))
  : [];
const read = (name: string): Uint8Array => readFileSync(join(FOLDER, name));
const open = (bytes: Uint8Array): XmlDocument => openXml(bytes, { root: 'config' });

describe.skipIf(!isHere)(
  `sample files${isHere ? '' : ' (skipped: ../shared/data/iiko-local is not here)'}`,
  () => {
    test('there are some', () => {
      expect(sound.length).toBeGreaterThan(10);
    });

    test.each(sound)('%s: every value changed and put back gives the same bytes', (name) => {
      const before = open(read(name));
      expect(plain(before.root)).toEqual(readBySaxes(before.text));
      const values = [...eachElement(before)].filter(([, { children }]) => children.length === 0);
      for (const [path, { text, nil, span }] of values) {
        const changed = setElement(before, path, `${text}Ж <&>`);
        expect(elementAt(open(changed), path)?.text).toBe(`${text}Ж <&>`);
        const back = setElement(open(changed), path, text);
        if (!nil && !span.selfClosed) expect(Buffer.from(back)).toEqual(Buffer.from(before.bytes));
      }
    });

    test.each(sound)('%s: an element put in and taken out gives the same bytes', (name) => {
      const before = open(read(name));
      const after = open(insertElement(before, '', 'addedByTest', '1'));
      const lines = (text: string): number => text.split('\n').length;
      expect(lines(after.text)).toBe(lines(before.text) + 1);
      expect(after.newline).toBe(before.newline);
      const back = removeElement(after, 'addedByTest');
      expect(Buffer.from(back)).toEqual(Buffer.from(before.bytes));
    });

    test('resto.properties: a key changed and put back gives the same bytes', () => {
      const key = 'enable-create-delivery-without-customer';
      const before = openProperties(read('resto.properties'));
      expect(propertyOf(before, key)).toBe('true');
      const changed = openProperties(setProperty(before, key, 'false'));
      expect(propertyOf(changed, key)).toBe('false');
      const back = setProperty(changed, key, 'true');
      expect(Buffer.from(back)).toEqual(Buffer.from(before.bytes));
    });
  },
);
