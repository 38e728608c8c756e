const UUID_LENGTH = 36;
const UUID_BYTES = 16;
const DASH = 45;
const BYTES_AFTER_DASH = new Set([4, 6, 8, 10]);
/** What a hexadecimal digit is worth, by its character code; −1 for what is none. */
const DIGITS = Int8Array.from({ length: 128 }, (_, code) => {
  const digit = Number.parseInt(String.fromCharCode(code), 16);
  return Number.isNaN(digit) ? -1 : digit;
});

/** A vendor's id as it is stored: UUIDs as 16 bytes, anything else as UTF-8 text after zero bytes. */
export function toVendorKey(id: string): Buffer {
  const uuid = id.length === UUID_LENGTH ? readUuid(id) : null;
  if (uuid) return uuid;
  const text = Buffer.from(id, 'utf8');
  return Buffer.concat([Buffer.alloc(text.length === UUID_BYTES - 1 ? 2 : 1), text]);
}

/** Digit by digit: each order has several ids, and a pattern with a decoder takes five times as long. */
function readUuid(id: string): Buffer | null {
  const bytes = Buffer.allocUnsafe(UUID_BYTES);
  let at = 0;
  for (let place = 0; place < UUID_BYTES; place += 1) {
    if (BYTES_AFTER_DASH.has(place)) {
      if (id.charCodeAt(at) !== DASH) return null;
      at += 1;
    }
    const high = DIGITS[id.charCodeAt(at)] ?? -1;
    const low = DIGITS[id.charCodeAt(at + 1)] ?? -1;
    if (high < 0 || low < 0) return null;
    bytes[place] = high * 16 + low;
    at += 2;
  }
  return bytes;
}

/** The vendor's id as text again. */
export function fromVendorKey(key: Uint8Array): string {
  const bytes = Buffer.from(key.buffer, key.byteOffset, key.byteLength);
  if (bytes.length !== UUID_BYTES) return bytes.toString('utf8').replace(/^\0+/, '');
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20),
  ].join('-');
}
