import { useEffect, useState } from 'react';
import type { Client } from '../../../main/contract/index.ts';
import type { Failure } from '../../../main/domain/failure.ts';
import { useClient } from '../../bridge/client-context.tsx';
import { toFailure } from '../../bridge/to-failure.ts';
import { useNotifyFailure } from '../../shared/ui/use-notify-failure.ts';
import type { MapBase, ReadTile } from './map/map-base.ts';

/** The base map as chosen; `broken` tells why the user's own file cannot be drawn. */
export type ChosenBase = Readonly<{ base: MapBase; broken: Failure | null }>;

/** Reads what lies under the zones; null until it is known. */
export function useMapBase(): ChosenBase | null {
  const client = useClient();
  const notifyFailure = useNotifyFailure();
  const [chosen, setChosen] = useState<ChosenBase | null>(null);
  useEffect(() => {
    readBase(client).then(setChosen, notifyFailure);
  }, [client, notifyFailure]);
  return chosen;
}

async function readBase(client: Client): Promise<ChosenBase> {
  const map = await client.zones.baseMap({});
  try {
    const about = await client.zones.baseFile({});
    const file = about && { about, read: readWith(client) };
    return { base: { map, file }, broken: null };
  } catch (error) {
    return { base: { map, file: null }, broken: toFailure(error) };
  }
}

const readWith =
  (client: Client): ReadTile =>
  async (tile) => {
    const packed = await client.zones.baseTile(tile);
    return packed === null ? null : Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  };
