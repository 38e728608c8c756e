import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { Client } from '../../main/contract/index.ts';
import { createClient } from './client.ts';
import type { Transport } from './transport.ts';

type Bridge = Readonly<{ client: Client; transport: Transport }>;

const BridgeContext = createContext<Bridge | null>(null);

function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('No ClientProvider above');
  return bridge;
}

/** Gives everything below it the core. */
export function ClientProvider(props: {
  readonly transport: Transport;
  readonly children: ReactNode;
}): ReactNode {
  const { transport, children } = props;
  const bridge = useMemo(() => ({ client: createClient(transport), transport }), [transport]);
  return <BridgeContext value={bridge}>{children}</BridgeContext>;
}

/** The core as an object derived from the contract. */
export const useClient = (): Client => useBridge().client;

/** Saves what a handle of the contract stands for (an export) as a file. */
export const useDownload = (): Transport['download'] => useBridge().transport.download;

/** False while the program behind this window does not answer. */
export function useLineAlive(): boolean {
  const { transport } = useBridge();
  const [alive, setAlive] = useState(true);
  useEffect(() => transport.watchLine(setAlive), [transport]);
  return alive;
}
