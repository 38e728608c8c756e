import { describe, expect, test } from 'vitest';
import { rightsFor, STAFF_ACTS, STAFF_STAGES } from '../../../main/domain/staff/staff-acts.ts';
import {
  adviceFor,
  impliedBy,
  STAFF_RIGHTS,
  STAFF_ROLES,
} from '../../../main/domain/staff/staff-rights.ts';
import { openTexts } from '../../../main/hosts/texts.ts';

describe('cancelling a delivery', () => {
  test.each([
    ['unconfirmed', ['D_CAD'], 'stated'],
    ['new', ['D_CAD'], 'stated'],
    ['cooking', ['D_CAD', 'D_MD'], 'not-stated'],
    ['cooked', ['D_CAD', 'D_MD'], 'not-stated'],
    ['waiting', ['D_CAD', 'D_MD'], 'stated'],
    ['on-way', ['D_CAD', 'D_MD'], 'stated'],
    ['delivered', ['D_CAD', 'D_MD'], 'stated'],
    ['closed', ['D_CAD', 'D_MD'], 'stated'],
  ] as const)('in %s needs %j (%s)', (stage, rights, basis) => {
    expect(rightsFor('cancel', stage)).toEqual({ rights, basis });
  });
});

describe('the catalogue', () => {
  test('holds 17 rights of delivery, 2 of the back office and 10 of the till', () => {
    const count = (group: string): number =>
      STAFF_RIGHTS.filter((right) => right.group === group).length;
    expect([count('delivery'), count('back-office'), count('front')]).toEqual([17, 2, 10]);
  });

  test('gives the couriers’ map with editing, and says so for the roles that edit', () => {
    expect(impliedBy('operator', 'D_ACL')).toBe('D_ED');
    expect(impliedBy('courier', 'D_ACL')).toBeNull();
  });

  test('recommends nobody a right twice, and a courier only what a courier needs', () => {
    const needed = STAFF_RIGHTS.filter(({ code }) => adviceFor('courier', code) === 'needed');
    expect(needed.map(({ code }) => code)).toEqual(['D_DCO']);
    for (const role of STAFF_ROLES) {
      expect(STAFF_RIGHTS.some(({ code }) => adviceFor(role, code) === 'needed')).toBe(true);
    }
  });

  test.each(['ru', 'en'] as const)(
    'has a name for every right, act and status (%s)',
    (language) => {
      const { text } = openTexts(language);
      const keys = [
        ...STAFF_RIGHTS.map(({ code }) => `staff-rights.right.${code}`),
        ...STAFF_ACTS.map((act) => `staff-rights.act.${act}`),
        ...STAFF_STAGES.map((stage) => `staff-rights.stage.${stage}`),
      ];
      for (const key of keys) expect(text(key)).not.toBe(key);
    },
  );
});
