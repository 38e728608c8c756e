import type { Stage, VendorStatus } from '../../domain/orders/stage.ts';
import { textOf } from '../lenient-json.ts';
import type { StatusVocabulary } from '../order-source.ts';

/** The name of this system in identities and statuses. */
export const VENDOR = 'iiko-biz';

/** iiko.biz's coarse status codes and the stage each one means (`iiko-api.md` 2.3). */
export const vocabulary: StatusVocabulary = {
  system: VENDOR,
  statuses: [
    { code: 'UNCONFIRMED', stage: 'unconfirmed' },
    { code: 'NEW', stage: 'new' },
    { code: 'WAITING', stage: 'waiting' },
    { code: 'ON_WAY', stage: 'on-way' },
    { code: 'DELIVERED', stage: 'delivered' },
    { code: 'CLOSED', stage: 'closed' },
    { code: 'CANCELLED', stage: 'cancelled' },
  ],
};

const stages = new Map(vocabulary.statuses.map(({ code, stage }) => [code, stage]));

/** What the code NEW hides; the words follow the language of the restaurant's server. */
const KITCHEN: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ['готовится', 'cooking'],
  ['in progress', 'cooking'],
  ['готово', 'cooked'],
  ['ready', 'cooked'],
]);

/** Codes by the words, for an answer that lost its code. */
const CODES: ReadonlyMap<string, string> = new Map([
  ['не подтверждена', 'UNCONFIRMED'],
  ['not confirmed', 'UNCONFIRMED'],
  ['новая', 'NEW'],
  ['new', 'NEW'],
  ['готовится', 'NEW'],
  ['in progress', 'NEW'],
  ['готово', 'NEW'],
  ['ready', 'NEW'],
  ['ждет отправки', 'WAITING'],
  ['awaiting delivery', 'WAITING'],
  ['в пути', 'ON_WAY'],
  ['on the way', 'ON_WAY'],
  ['доставлена', 'DELIVERED'],
  ['delivered', 'DELIVERED'],
  ['закрыта', 'CLOSED'],
  ['closed', 'CLOSED'],
  ['отменена', 'CANCELLED'],
  ['cancelled', 'CANCELLED'],
]);

/**
 * The status by its code, with the kitchen's detail by its words. A code that is not known yet is
 * kept as `unknown`; without any code the words stand in, and unknown words are kept themselves.
 */
export function readStatus(
  statusCode: unknown,
  status: unknown,
): Readonly<{ status: VendorStatus; stage: Stage }> {
  const words = textOf(status).trim();
  const plain = words.toLowerCase().replaceAll('ё', 'е');
  const code = textOf(statusCode).trim().toUpperCase() || CODES.get(plain) || words;
  const stage = stages.get(code) ?? 'unknown';
  const detail = code === 'NEW' ? KITCHEN.get(plain) : undefined;
  return { status: { system: VENDOR, code }, stage: detail ?? stage };
}
