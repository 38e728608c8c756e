import { crc32, deflateRawSync } from 'node:zlib';

/** One file to pack, and what of it shall lie. */
export type Packed = Readonly<{
  name: string | Uint8Array;
  bytes?: Uint8Array;
  isUtf8?: boolean;
  /** Lies about the unpacked size. */
  claims?: number;
  flags?: number;
  method?: number;
  unixMode?: number;
  localName?: string;
  /** Puts the header of this earlier entry in the directory instead of an own one. */
  sharesWith?: number;
}>;

/** A zip made by hand, byte for byte, so that it can lie in every place. */
export function packArchive(files: readonly Packed[], comment = ''): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  const starts: number[] = [];
  let at = 0;
  for (const file of files) {
    const name = Buffer.from(file.name as string);
    const content = file.bytes ?? Buffer.from('<config/>');
    const packed = file.method === 0 ? Buffer.from(content) : deflateRawSync(content);
    const local = Buffer.from(file.localName ?? name);
    const fixed = shared(file, content, packed);
    const start = file.sharesWith === undefined ? at : starts[file.sharesWith]!;
    starts.push(start);
    if (file.sharesWith === undefined) {
      const header = Buffer.concat([
        u32(0x04034b50),
        fixed,
        u16(local.length),
        u16(0),
        local,
        packed,
      ]);
      locals.push(header);
      at += header.length;
    }
    const unix = file.unixMode === undefined ? 0 : 3;
    central.push(
      Buffer.concat([
        u32(0x02014b50),
        Buffer.from([20, unix]),
        fixed,
        u16(name.length),
        u16(0),
        u16(0),
        u16(0),
        u16(0),
        u32(((file.unixMode ?? 0) << 16) >>> 0),
        u32(start),
        name,
      ]),
    );
  }
  const directory = Buffer.concat(central);
  const counts = Buffer.concat([u16(files.length), u16(files.length)]);
  const end = [u32(0x06054b50), u16(0), u16(0), counts, u32(directory.length), u32(at)];
  return Buffer.concat([...locals, directory, ...end, u16(comment.length), Buffer.from(comment)]);
}

function shared(file: Packed, content: Uint8Array, packed: Uint8Array): Buffer {
  const flags = (file.flags ?? 0) | (file.isUtf8 ? 0x800 : 0);
  return Buffer.concat([
    u16(20),
    u16(flags),
    u16(file.method ?? 8),
    u32(0),
    u32(crc32(content)),
    u32(packed.length),
    u32(file.claims ?? content.length),
  ]);
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
