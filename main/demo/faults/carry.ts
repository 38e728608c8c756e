import { assertNever } from '../../domain/assert-never.ts';
import type { ChainReply } from '../answers/exchange.ts';
import { shareOf } from '../seeded.ts';
import type { CarryingFault } from './fault-kinds.ts';
import { proxyPage } from './refuse.ts';

const SINGLES: Readonly<Record<string, number>> = { Ё: 168, ё: 184, '«': 171, '»': 187, '—': 151 };

/** The text in windows-1251, as an old gateway would send it; other letters become `?`. */
function windows1251(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => {
    const code = letter.codePointAt(0)!;
    if (code < 128) return code;
    if (code >= 0x410 && code <= 0x44f) return code - 0x410 + 0xc0;
    return SINGLES[letter] ?? 63;
  });
}

/** Up to three days to either side. */
function wrongDate(reply: ChainReply, salt: number): string {
  const shift = (shareOf(salt, 1) - 0.5) * 6 * 86_400_000;
  return new Date(Date.parse(reply.headers['date'] ?? '') + shift).toUTCString();
}

/** The answer as it travels under a fault. */
export function carry(kind: CarryingFault, reply: ChainReply, salt: number): ChainReply {
  const { headers } = reply;
  switch (kind) {
    case 'reset':
    case 'drip':
    case 'cut':
    case 'huge':
      return { ...reply, manner: kind };
    case 'html': {
      const page = proxyPage();
      return { ...page, headers: { ...headers, ...page.headers } };
    }
    case 'wrong-content-type':
      return { ...reply, headers: { ...headers, 'content-type': 'application/octet-stream' } };
    case 'wrong-encoding':
      return { ...reply, bytes: windows1251(reply.body) };
    case 'clock-wrong':
      return { ...reply, headers: { ...headers, date: wrongDate(reply, salt) } };
    case 'no-date': {
      const { date: _, ...dateless } = headers;
      return { ...reply, headers: dateless };
    }
    default:
      return assertNever(kind);
  }
}
