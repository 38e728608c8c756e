import type { z } from 'zod';
import { Failure } from '../domain/failure.ts';
import { iikoBiz } from './iiko-biz/iiko-biz.ts';
import { iikoCloud } from './iiko-cloud/iiko-cloud.ts';
import { iikoServer } from './iiko-server/iiko-server.ts';
import { Unreadable } from './lenient-json.ts';
import type { Order } from '../domain/orders/order.ts';
import type {
  OrderSource,
  OrganizationContext,
  SourceKind,
  SourceOutside,
} from './order-source.ts';

/** Every kind of order source that the product can be connected to. */
export const SOURCE_KINDS: readonly SourceKind<unknown, unknown>[] = [
  iikoCloud,
  iikoBiz,
  iikoServer,
];

/** The kind of that vendor; `not-found` when there is none. */
export function sourceKindOf(vendor: string): SourceKind<unknown, unknown> {
  const kind = SOURCE_KINDS.find((known) => known.vendor === vendor);
  if (!kind) throw new Failure('not-found', 'source.unknown-vendor', { vendor });
  return kind;
}

/** Opens a source after checking settings and secret by its schemas; `invalid` when they do not fit. */
export function openSource(
  vendor: string,
  settings: unknown,
  secret: unknown,
  outside: SourceOutside,
): OrderSource {
  const kind = sourceKindOf(vendor);
  const fit = kind.settings.safeParse(settings);
  const sealed = kind.secret.safeParse(secret);
  if (!fit.success) throw new Failure('invalid', 'source.bad-settings', { vendor });
  if (!sealed.success) {
    throw new Failure('invalid', brokenRule(vendor, sealed.error) ?? 'source.bad-secret', {
      vendor,
    });
  }
  return kind.open(fit.data, sealed.data, outside);
}

/** A schema that knows the vendor's own rule tells it by the code of a failure. */
const brokenRule = (vendor: string, { issues }: z.ZodError): string | undefined =>
  issues.map(({ message }) => message).find((message) => message.startsWith(`${vendor}.`));

/** Reads a payload of the journal again; null when it can not, or its vendor is no source. */
export function readPayloadAgain(
  vendor: string,
  payload: string,
  organization: OrganizationContext,
): Order | null {
  const kind = SOURCE_KINDS.find((known) => known.vendor === vendor);
  try {
    return kind?.readPayload(payload, organization) ?? null;
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}
