import type { Profile } from '../domain/profile.ts';
import { RIGHTS, type ProfilePreset, type Right } from '../domain/rights.ts';
import type { Instant } from '../domain/orders/order.ts';
import { inDurableTransaction, type ReadableDb, type WritableDb } from './database.ts';
import { readAll, readFirst, run, sql } from './sql.ts';

/** What a profile is made of; `pin` undefined keeps the one that is there, null removes it. */
export type ProfileDraft = Readonly<{
  name: string;
  preset: ProfilePreset;
  rights: readonly Right[];
  pin?: StoredPin | null;
}>;

/** A PIN's salt and hash. */
export type StoredPin = Readonly<{ salt: Uint8Array; hash: Uint8Array }>;

/** How often a profile's PIN was missed, and until when nobody may try again. */
export type PinState = Readonly<{
  pin: StoredPin | null;
  wrongPins: number;
  lockedUntil: Instant;
}>;

type Row = Readonly<{
  id: number;
  name: string;
  preset: ProfilePreset;
  has_pin: 0 | 1;
  active: 0 | 1;
  rights: string | null;
}>;

/** Every profile, in the order they were added. */
export function readProfiles(db: ReadableDb): readonly Profile[] {
  const rows = readAll<Row>(
    db,
    sql`
      SELECT profile.id, profile.name, profile.preset, profile.active,
             profile.pin_hash IS NOT NULL AS has_pin,
             (SELECT group_concat(profile_right.name) FROM profile_right
              WHERE profile_right.profile_id = profile.id) AS rights
      FROM profile
      ORDER BY profile.id`,
  );
  return rows.map(toProfile);
}

/** One profile; undefined when there is none with this id. */
export function readProfile(db: ReadableDb, profileId: number): Profile | undefined {
  return readProfiles(db).find(({ id }) => id === profileId);
}

/** Who works now; undefined only before the first start made a profile. */
export function readActiveProfile(db: ReadableDb): Profile | undefined {
  return readProfiles(db).find(({ active }) => active);
}

function toProfile(row: Row): Profile {
  const kept = new Set((row.rights ?? '').split(','));
  return {
    id: row.id,
    name: row.name,
    preset: row.preset,
    rights: RIGHTS.filter((right) => kept.has(right)),
    hasPin: row.has_pin === 1,
    active: row.active === 1,
  };
}

/** True when another profile than `exceptId` already has this name, whatever its case. */
export function isNameTaken(db: ReadableDb, name: string, exceptId: number | null): boolean {
  const row = readFirst<{ id: number }>(
    db,
    sql`SELECT id FROM profile WHERE name_key = ${nameKey(name)}`,
  );
  return row !== undefined && row.id !== exceptId;
}

/** Stores a new profile, not active unless it is the first; answers its id. */
export function saveNewProfile(db: WritableDb, draft: ProfileDraft, now: Instant): number {
  return inDurableTransaction(db, () => {
    const first = readProfiles(db).length === 0 ? 1 : 0;
    const { id } = run(
      db,
      sql`
        INSERT INTO profile (name, name_key, preset, pin_salt, pin_hash, active, created_at)
        VALUES (${draft.name}, ${nameKey(draft.name)}, ${draft.preset},
                ${draft.pin?.salt ?? null}, ${draft.pin?.hash ?? null}, ${first}, ${now})`,
    );
    saveRights(db, id, draft.rights);
    return id;
  });
}

/** Changes a profile; a new or removed PIN also forgets the wrong tries. */
export function saveProfile(db: WritableDb, profileId: number, draft: ProfileDraft): void {
  inDurableTransaction(db, () => {
    run(
      db,
      sql`
        UPDATE profile
        SET name = ${draft.name}, name_key = ${nameKey(draft.name)}, preset = ${draft.preset}
        WHERE id = ${profileId}`,
    );
    if (draft.pin !== undefined) savePin(db, profileId, draft.pin);
    saveRights(db, profileId, draft.rights);
  });
}

function savePin(db: WritableDb, profileId: number, pin: StoredPin | null): void {
  run(
    db,
    sql`
      UPDATE profile
      SET pin_salt = ${pin?.salt ?? null}, pin_hash = ${pin?.hash ?? null},
          wrong_pins = 0, locked_until = 0
      WHERE id = ${profileId}`,
  );
}

function saveRights(db: WritableDb, profileId: number, rights: readonly Right[]): void {
  run(db, sql`DELETE FROM profile_right WHERE profile_id = ${profileId}`);
  for (const right of new Set(rights)) {
    run(db, sql`INSERT INTO profile_right (profile_id, name) VALUES (${profileId}, ${right})`);
  }
}

/** Removes a profile with its own settings; what it did keeps its name. */
export function removeProfile(db: WritableDb, profileId: number): void {
  inDurableTransaction(db, () => run(db, sql`DELETE FROM profile WHERE id = ${profileId}`));
}

/** Makes this profile the one that works now. */
export function saveActiveProfile(db: WritableDb, profileId: number): void {
  inDurableTransaction(db, () => {
    run(db, sql`UPDATE profile SET active = 0 WHERE active = 1`);
    run(db, sql`UPDATE profile SET active = 1 WHERE id = ${profileId}`);
  });
}

/** The PIN of a profile with its wrong tries; undefined without such a profile. */
export function readPinState(db: ReadableDb, profileId: number): PinState | undefined {
  const row = readFirst<{
    pin_salt: Uint8Array | null;
    pin_hash: Uint8Array | null;
    wrong_pins: number;
    locked_until: number;
  }>(
    db,
    sql`SELECT pin_salt, pin_hash, wrong_pins, locked_until FROM profile WHERE id = ${profileId}`,
  );
  if (!row) return undefined;
  const { pin_salt: salt, pin_hash: hash } = row;
  const pin = salt && hash ? { salt, hash } : null;
  return { pin, wrongPins: row.wrong_pins, lockedUntil: row.locked_until };
}

/** Keeps the count of wrong tries over a restart. */
export function savePinTries(
  db: WritableDb,
  profileId: number,
  wrongPins: number,
  lockedUntil: Instant,
): void {
  inDurableTransaction(db, () =>
    run(
      db,
      sql`
        UPDATE profile
        SET wrong_pins = ${wrongPins}, locked_until = ${lockedUntil}
        WHERE id = ${profileId}`,
    ),
  );
}

const nameKey = (name: string): string => name.normalize('NFC').toLocaleLowerCase('ru');
