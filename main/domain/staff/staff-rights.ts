/** Where a right of iiko's staff works. */
export type RightPlace = 'front' | 'office';

/** Roles that the rights are recommended for. */
export const STAFF_ROLES = [
  'operator',
  'senior-operator',
  'manager',
  'courier',
  'installer',
] as const;

/** Whom a recommendation is for. */
export type StaffRole = (typeof STAFF_ROLES)[number];

/** How much a role needs a right: without it the work stops, it helps, or nothing is said. */
export type RightAdvice = 'needed' | 'optional' | null;

/** A right of iiko's staff (`iiko-local.md` 5.8); names and notes are texts under `staff-rights.`. */
export type StaffRight = Readonly<{
  code: StaffRightCode;
  group: 'delivery' | 'back-office' | 'front';
  places: readonly RightPlace[];
  /** Granted with this one without being ticked. */
  implies: readonly StaffRightCode[];
  /** Works only together with a setting of the till, by its name in config.xml. */
  setting: string | null;
}>;

/** Codes of iiko’s rights that have to do with deliveries. */
export const STAFF_RIGHT_CODES = [
  'D_ACDMM',
  'D_ACL',
  'D_AHR',
  'D_BDR',
  'D_CAD',
  'D_CD',
  'D_CND',
  'D_CO',
  'D_DCO',
  'D_DEP',
  'D_DOCN',
  'D_ED',
  'D_EST',
  'D_MD',
  'D_RATE',
  'D_SADT',
  'D_SFN',
  'B_ADM',
  'B_GUEST',
  'F_CASH',
  'F_ID',
  'F_IDGC',
  'F_STRN',
  'F_DP',
  'F_DNPI',
  'F_PA',
  'F_CPBA',
  'F_DOP',
  'F_OPIN',
] as const;

/** A right of iiko by its code there. */
export type StaffRightCode = (typeof STAFF_RIGHT_CODES)[number];

const FRONT: readonly RightPlace[] = ['front'];
const OFFICE: readonly RightPlace[] = ['office'];
const BOTH: readonly RightPlace[] = ['front', 'office'];

const PLACES: Readonly<Record<StaffRightCode, readonly RightPlace[]>> = {
  D_ACDMM: BOTH,
  D_ACL: OFFICE,
  D_AHR: BOTH,
  D_BDR: BOTH,
  D_CAD: BOTH,
  D_CD: FRONT,
  D_CND: BOTH,
  D_CO: OFFICE,
  D_DCO: FRONT,
  D_DEP: BOTH,
  D_DOCN: BOTH,
  D_ED: BOTH,
  D_EST: BOTH,
  D_MD: FRONT,
  D_RATE: OFFICE,
  D_SADT: FRONT,
  D_SFN: OFFICE,
  B_ADM: BOTH,
  B_GUEST: BOTH,
  F_CASH: FRONT,
  F_ID: FRONT,
  F_IDGC: FRONT,
  F_STRN: FRONT,
  F_DP: FRONT,
  F_DNPI: FRONT,
  F_PA: FRONT,
  F_CPBA: FRONT,
  F_DOP: FRONT,
  F_OPIN: FRONT,
};

/** D_ED shows couriers on the map by itself (5.8). */
const IMPLIED: Partial<Record<StaffRightCode, readonly StaffRightCode[]>> = { D_ED: ['D_ACL'] };
/** Typing a PIN instead of swiping a card must be allowed on the till too (5.2, F7). */
const SETTINGS: Partial<Record<StaffRightCode, string>> = {
  F_DOP: 'AllowHandCardRoll',
  F_OPIN: 'AllowHandCardRoll',
};

/** Every right, in the order of the catalogue. */
export const STAFF_RIGHTS: readonly StaffRight[] = STAFF_RIGHT_CODES.map((code) => ({
  code,
  group: code.startsWith('D_') ? 'delivery' : code.startsWith('B_') ? 'back-office' : 'front',
  places: PLACES[code],
  implies: IMPLIED[code] ?? [],
  setting: SETTINGS[code] ?? null,
}));

type Recommended = Readonly<{
  needed: readonly StaffRightCode[];
  optional: readonly StaffRightCode[];
}>;

/**
 * Recommended sets. Courier, operator, manager and administrator follow from the text (5.8); the
 * senior operator is the operator with what an operator has to ask for.
 */
const RECOMMENDED: Readonly<Record<StaffRole, Recommended>> = {
  operator: { needed: ['D_ED', 'D_CND', 'D_AHR'], optional: ['D_SFN', 'D_CAD', 'D_DOCN', 'D_EST'] },
  'senior-operator': {
    needed: ['D_ED', 'D_CND', 'D_AHR', 'D_CAD', 'D_CO', 'D_SFN', 'D_BDR', 'D_RATE'],
    optional: ['D_MD', 'D_EST', 'D_DOCN', 'D_DEP', 'B_GUEST'],
  },
  manager: {
    needed: [
      'D_MD',
      'D_ED',
      'D_CD',
      'D_CAD',
      'D_CND',
      'D_BDR',
      'D_ACDMM',
      'D_SADT',
      'F_CASH',
      'F_OPIN',
      'F_DOP',
    ],
    optional: [
      'D_AHR',
      'D_CO',
      'D_DEP',
      'D_DOCN',
      'D_EST',
      'D_RATE',
      'D_SFN',
      'B_GUEST',
      'F_ID',
      'F_IDGC',
      'F_STRN',
      'F_DP',
      'F_DNPI',
      'F_PA',
      'F_CPBA',
    ],
  },
  courier: { needed: ['D_DCO'], optional: ['F_OPIN', 'F_DOP'] },
  installer: { needed: ['B_ADM'], optional: ['D_EST', 'D_BDR', 'F_DOP', 'F_OPIN'] },
};

/** Whether a role needs a right. */
export function adviceFor(role: StaffRole, code: StaffRightCode): RightAdvice {
  const { needed, optional } = RECOMMENDED[role];
  if (needed.includes(code)) return 'needed';
  return optional.includes(code) ? 'optional' : null;
}

/** The right by which another is granted in the role's set, or null. */
export function impliedBy(role: StaffRole, code: StaffRightCode): StaffRightCode | null {
  const { needed } = RECOMMENDED[role];
  return needed.find((one) => (IMPLIED[one] ?? []).includes(code)) ?? null;
}
