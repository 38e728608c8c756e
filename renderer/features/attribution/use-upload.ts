import { useCallback, useState } from 'react';
import type { Failure } from '../../../main/domain/failure.ts';
import { toFailure } from '../../bridge/to-failure.ts';

/** Of one message: base64 must stay below a megabyte. */
const PART_BYTES = 600_000;
const CHUNK = 8192;

/** The core's questions that a file is handed over by. */
export type UploadWays<Head> = Readonly<{
  beginUpload(input: { fileName: string }): Promise<Readonly<{ uploadId: string }>>;
  addBytes(input: { uploadId: string; bytes: string }): Promise<null>;
  inspectUpload(input: { uploadId: string }): Promise<Head>;
}>;

/** How far a file is on its way to the core; `share` is 0–1. */
export type UploadState<Head> =
  | Readonly<{ type: 'idle' }>
  | Readonly<{ type: 'sending'; fileName: string; share: number }>
  | Readonly<{ type: 'failed'; failure: Failure }>
  | Readonly<{ type: 'ready'; head: Head }>;

/** Hands a file over part by part and looks what is in it. */
export function useUpload<Head>(
  ways: UploadWays<Head>,
): readonly [UploadState<Head>, (file: File) => void, () => void] {
  const [state, setState] = useState<UploadState<Head>>({ type: 'idle' });
  const send = useCallback(
    async (file: File): Promise<Head> => {
      const fileName = file.name.slice(0, 260);
      setState({ type: 'sending', fileName, share: 0 });
      const { uploadId } = await ways.beginUpload({ fileName });
      for (let from = 0; from < file.size; from += PART_BYTES) {
        const part = await file.slice(from, from + PART_BYTES).arrayBuffer();
        await ways.addBytes({ uploadId, bytes: toBase64(new Uint8Array(part)) });
        setState({
          type: 'sending',
          fileName,
          share: Math.min(1, (from + PART_BYTES) / file.size),
        });
      }
      return ways.inspectUpload({ uploadId });
    },
    [ways],
  );
  const take = useCallback(
    (file: File) => {
      send(file).then(
        (head) => setState({ type: 'ready', head }),
        (error: unknown) => setState({ type: 'failed', failure: toFailure(error) }),
      );
    },
    [send],
  );
  const reset = useCallback(() => setState({ type: 'idle' }), []);
  return [state, take, reset];
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += CHUNK) {
    text += String.fromCharCode(...bytes.subarray(from, from + CHUNK));
  }
  return btoa(text);
}
