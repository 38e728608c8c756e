import { z } from 'zod';
import type { FailureData } from '../domain/failure.ts';
import type { Instant } from '../domain/orders/order.ts';
import { RIGHTS } from '../domain/rights.ts';
import { STATUS_GROUPS } from '../domain/status-mapping/status-group.ts';
import { announcement, ask } from './define.ts';

/** A secret in the file, or the name of the environment's variable that holds it. */
const secretText = z.union([
  z.string().min(1).max(2000),
  z.strictObject({ env: z.string().regex(/^DESK_[A-Z0-9_]{1,60}$/) }),
]);
/** A login as it is written, or sealed on this PC at an earlier start. */
const secret = z.union([
  z.strictObject({ sealed: z.base64() }),
  z.record(z.string().max(60), secretText),
]);
const name = z.string().trim().min(1).max(100);

const organization = z.strictObject({
  /** The vendor's own name or id of it. */
  organization: name,
  zone: z.string().max(60).optional(),
  closingHour: z.int().min(0).max(12).optional(),
  chosen: z.boolean().optional(),
  /** Names or ids of the venues that count; all of them where it is not written. */
  venues: z.array(name).max(500).optional(),
});

const connection = z.strictObject({
  vendor: z.string().min(1).max(40),
  name: name.optional(),
  settings: z
    .record(z.string().max(60), z.union([z.string().max(500), z.number(), z.boolean()]))
    .default({}),
  secret,
  historyDays: z.int().min(1).max(3650).default(7),
  pollSeconds: z.int().min(10).max(3600).default(45),
  organizations: z.array(organization).max(500).default([]),
});

const profile = z.strictObject({
  name: z.string().trim().min(1).max(60),
  preset: z.enum(['manager', 'operator', 'installer']),
  /** Those of the preset where it is not written. */
  rights: z.array(z.enum(RIGHTS)).max(RIGHTS.length).optional(),
  pin: z
    .union([z.string().regex(/^\d{4,12}$/), secretText.options[1], secret.options[0]])
    .optional(),
  /** Works from the first start on; one profile at most. */
  active: z.boolean().default(false),
});

/** The file that prepares a PC: what is not written stays as it is. */
export const provisioningFile = z.strictObject({
  $schema: z.string().max(300).optional(),
  version: z.literal(1),
  /** IANA name, for organizations whose vendor tells no zone. */
  zone: z.string().max(60).optional(),
  connections: z.array(connection).max(50).default([]),
  profiles: z.array(profile).max(50).default([]),
  statuses: z
    .array(
      z.strictObject({
        system: z.string().min(1).max(60),
        status: z.string().max(200),
        group: z.enum(STATUS_GROUPS),
        /** The vendor's name or id of it; all where it is not written. */
        organization: name.optional(),
      }),
    )
    .max(2000)
    .default([]),
  topology: z
    .strictObject({
      venues: z.enum(['one', 'chain']),
      delivery: z.enum(['terminal', 'centralised']).default('terminal'),
      server: z.enum(['hosted', 'local']).default('hosted'),
      callCentreUrl: z.string().trim().min(1).max(500).nullable().default(null),
    })
    .optional(),
});

/** A file that sets a PC up, read and complete: what it leaves out has its default. */
export type ProvisioningFile = z.output<typeof provisioningFile>;

/** What is wrong with a file: failures whose `line` and `column` name the place. */
export type ProvisioningProblems = readonly FailureData[];

/** What a file does to this PC, thing by thing. */
export type ProvisioningStep = Readonly<{
  what: 'connection' | 'organization' | 'profile' | 'statuses' | 'topology';
  /** `same`: it is so already. */
  change: 'add' | 'change' | 'same';
  name: string;
}>;

/** What became of the file that was left for the start of the program. */
export type ProvisioningState = Readonly<{
  state: 'absent' | 'waiting' | 'refused' | 'done';
  /** Why it waits or was refused. */
  problems: ProvisioningProblems;
  at: Instant | null;
}>;

const text = z.string().max(400_000);

/** Preparing a PC from a file (`resources/provisioning/`); needs the rights to change what it names. */
export const provisioning = {
  /** Tries the file with the outside systems; changes nothing. */
  check: ask('core', z.strictObject({ text })).gives<
    Readonly<{ problems: ProvisioningProblems; steps: readonly ProvisioningStep[] }>
  >(),
  /** Does all of it in one transaction, or nothing: the first problem as the failure. */
  apply: ask('core', z.strictObject({ text })).gives<readonly ProvisioningStep[]>(),
  state: ask('core', z.strictObject({})).gives<ProvisioningState>(),
  changed: announcement<null>(),
};
