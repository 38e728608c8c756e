import { useCallback, useState } from 'react';
import type { Client } from '../../../../main/contract/index.ts';
import type { Failure } from '../../../../main/domain/failure.ts';
import type { ZoneImport } from '../../../../main/domain/zones/zone-import.ts';
import { useClient } from '../../../bridge/client-context.tsx';
import { toFailure } from '../../../bridge/to-failure.ts';

/** Of one message: base64 must stay below a megabyte. */
const PART_BYTES = 600_000;
const CHUNK = 8192;

export type BringState =
  | Readonly<{ type: 'idle' }>
  | Readonly<{ type: 'reading'; share: number | null }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'ready'; brought: ZoneImport; from: string }>;

export type Bring = Readonly<{
  state: BringState;
  file(file: File): void;
  link(link: string): void;
  reset(): void;
}>;

/** Brings a map from a file or a link, and reads it in the reader for long work. */
export function useBring(): Bring {
  const client = useClient();
  const [state, setState] = useState<BringState>({ type: 'idle' });
  const run = useCallback(
    async (from: string, work: () => Promise<string>): Promise<void> => {
      setState({ type: 'reading', share: null });
      try {
        const path = await work();
        const brought = await openTelling(client, path, (share) =>
          setState({ type: 'reading', share }),
        );
        setState({ type: 'ready', from, brought });
      } catch (error) {
        setState({ type: 'failed', failure: toFailure(error) });
      }
    },
    [client],
  );
  const file = useCallback(
    (chosen: File) =>
      void run(chosen.name, () =>
        upload(client, chosen, (share) => setState({ type: 'reading', share })),
      ),
    [run, client],
  );
  const link = useCallback(
    (text: string) =>
      void run(text, async () => (await client.zoneFiles.fetchLink({ link: text })).path),
    [run, client],
  );
  const reset = useCallback(() => setState({ type: 'idle' }), []);
  return { state, file, link, reset };
}

const LOOK_MS = 250;

/** Has a file read, and tells how far that is. */
async function openTelling(
  client: Client,
  path: string,
  onShare: (share: number | null) => void,
): Promise<ZoneImport> {
  const run = crypto.randomUUID();
  onShare(null);
  let done = false;
  const look = (): void => {
    const tell = (share: number | null): void => {
      if (!done && share !== null) onShare(share);
    };
    client.zoneFiles.progress({ run }).then(tell, () => undefined);
  };
  const timer = setInterval(look, LOOK_MS);
  try {
    return await client.zoneFiles.open({ path, run });
  } finally {
    done = true;
    clearInterval(timer);
  }
}

/** Hands a file over part by part; answers where it lies. */
async function upload(
  client: Client,
  file: File,
  onShare: (share: number) => void,
): Promise<string> {
  const fileName = file.name.slice(-260) || 'map';
  let sent = await client.zones.addBytes({ upload: null, fileName, bytes: '' });
  for (let from = 0; from < file.size; from += PART_BYTES) {
    const part = await file.slice(from, from + PART_BYTES).arrayBuffer();
    const bytes = toBase64(new Uint8Array(part));
    sent = await client.zones.addBytes({ upload: sent.upload, fileName, bytes });
    onShare(Math.min(1, (from + PART_BYTES) / file.size));
  }
  return sent.path;
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(text);
}
