const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UUID_BYTES = 16;

/** A vendor's id as it is stored: UUIDs as 16 bytes, anything else as UTF-8 text after zero bytes. */
export function toVendorKey(id: string): Buffer {
  if (UUID.test(id)) return Buffer.from(id.replaceAll('-', ''), 'hex');
  const text = Buffer.from(id, 'utf8');
  return Buffer.concat([Buffer.alloc(text.length === UUID_BYTES - 1 ? 2 : 1), text]);
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
