import { pipeline } from 'node:stream/promises';
import type { ServerResponse } from 'node:http';
import { takeTransfer } from '../take-transfer.ts';

/** Sends the file behind a one-time handle as a download; false when there is none. */
export async function sendTransfer(
  dataFolder: string,
  handle: string,
  response: ServerResponse,
): Promise<boolean> {
  const transfer = await takeTransfer(dataFolder, handle);
  if (!transfer) return false;
  response.writeHead(200, {
    'content-type': 'application/octet-stream',
    'content-length': transfer.size,
    'content-disposition': disposition(transfer.fileName),
  });
  await pipeline(transfer.open(), response).catch(() => response.destroy());
  return true;
}

/** RFC 6266: the name in UTF-8, with every character that could end the value escaped. */
function disposition(fileName: string): string {
  const escaped = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}
