import './jitless.ts';
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '../main/contract/channels.ts';
import { contract } from '../main/contract/index.ts';
import type { Outcome } from '../main/contract/outcome.ts';

const topics = new Set(
  Object.entries(contract).flatMap(([section, entries]) =>
    Object.keys(entries).map((name) => `${section}.${name}`),
  ),
);

function call(topic: string, input: unknown): Promise<Outcome> {
  if (topics.has(topic)) return ipcRenderer.invoke(CHANNELS.call, topic, input) as Promise<Outcome>;
  const params = { topic: String(topic).slice(0, 100) };
  const failure = { kind: 'invalid', code: 'contract.unknown-topic', params } as const;
  return Promise.resolve({ ok: false, failure });
}

function subscribe(listener: (topic: string, value: unknown) => void): () => void {
  const hear = (_: IpcRendererEvent, topic: string, value: unknown): void => listener(topic, value);
  ipcRenderer.on(CHANNELS.announcement, hear);
  return () => void ipcRenderer.off(CHANNELS.announcement, hear);
}

contextBridge.exposeInMainWorld('deliveryDesk', { call, subscribe });
